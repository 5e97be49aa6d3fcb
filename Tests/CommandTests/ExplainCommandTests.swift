import Foundation
import TestSupport
import Testing

@Suite struct ExplainCommandTests {
  @Test func aNoticeIsExplainedWithAMessageToSend() throws {
    let result = try FlintProcess.run("explain", "4025", in: try TemporaryFolder())
    #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
    for part in ["auth_code_expired", "who acts  the creator", "Subject: ", "July 2025"] {
      #expect(result.output.contains(part), "\(part)")
    }
  }

  @Test func jsonHasStableKeys() throws {
    let result = try FlintProcess.run(
      "explain", "Error", "4002:", "video", "deleted", "--json", in: try TemporaryFolder())
    let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let document = try #require(json as? [String: Any])
    let notice = try #require((document["notices"] as? [[String: Any]])?.first)
    #expect(notice["id"] as? String == "4002-video_deleted")
    #expect(notice["match"] as? String == "found")
    #expect((notice["message"] as? [String: Any])?["kind"] as? String == "unavailable")
  }

  @Test func theUnknownIsRefusedAndACodeIsNotRepeated() throws {
    let folder = try TemporaryFolder()
    let unknown = try FlintProcess.run("explain", "auth_code_expird", in: folder)
    #expect(unknown.code == 2 && unknown.errors.contains("did you mean auth_code_expired"))
    let code = try FlintProcess.run("explain", "#AbCd3fGh+jkl/9=", in: folder)
    #expect(code.code == 2 && code.errors.contains("looks like a Spark code"))
    #expect(!(code.errors + code.output).contains("AbCd3"))
    #expect(try FlintProcess.run("explain", in: folder).code == 64)
  }

  @Test func everythingIsListed() throws {
    let result = try FlintProcess.run("explain", "--list", in: try TemporaryFolder())
    #expect(result.code == 0)
    #expect(result.output.split(separator: "\n").count > 200)
    #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test func everyCommandThatANoticeNamesIsThere() throws {
    let folder = try TemporaryFolder()
    let notices = try String(
      contentsOf: FlintProcess.packageRoot.appendingPathComponent("data/notices.yaml"),
      encoding: .utf8)
    let commands = Set(notices.matches(of: /`flint ([a-z ]+)/).map { String($0.1) })
    #expect(commands.count > 12)
    for command in commands.sorted() {
      let words = command.split(separator: " ").map(String.init)
      let result = try FlintProcess.run(words + ["--help"], in: folder)
      let usage = "USAGE: flint \(words.joined(separator: " "))"
      #expect(result.code == 0 && result.output.contains(usage), "\(command)")
    }
  }

  @Test func messagesAreListedCopiedChangedAndFilled() throws {
    let folder = try TemporaryFolder()
    #expect(try FlintProcess.run("message", "list", in: folder).output.contains("brand to creator"))
    #expect(try FlintProcess.run("message", "new", "ask", in: folder).code == 0)
    #expect(try FlintProcess.run("message", "new", "ask", in: folder).code == 2)
    try folder.write("Subject: {{ creater }}\n", to: "output/messages/en/ask.txt")
    let wrong = try FlintProcess.run("message", "show", "ask", in: folder)
    #expect(wrong.code == 2)
    #expect(wrong.errors.contains("output/messages/en/ask.txt:1:10: error: unknown placeholder"))
    try folder.write("Subject: Hi {{ creator }}\n\n{{ days }}\n", to: "output/messages/en/ask.txt")
    let filled = try FlintProcess.run("message", "show", "ask", "--set", "creator=Mia", in: folder)
    #expect(filled.output == "Subject: Hi Mia\n\n[days]\n")
    #expect(filled.errors.contains("[days]"))
    let code = try FlintProcess.run("message", "show", "share", "--set", "code=#AbCd3", in: folder)
    #expect(code.code == 2 && !code.errors.contains("AbCd3"))
    #expect(try FlintProcess.run("message", "show", "nothing", in: folder).code == 64)
  }
}
