PRAGMA application_id = 1179405908;
CREATE TABLE events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  subject_kind TEXT NOT NULL CHECK (
    subject_kind IN ('post', 'agreement', 'creator', 'brand', 'advertiser', 'report')),
  subject TEXT NOT NULL,
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  by TEXT NOT NULL,
  command TEXT NOT NULL,
  event TEXT NOT NULL
) STRICT;
CREATE INDEX events_of ON events (subject_kind, subject, id);
CREATE TRIGGER events_stay BEFORE UPDATE ON events
  BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER events_last BEFORE DELETE ON events
  BEGIN SELECT RAISE(ABORT, 'events are never removed'); END;
CREATE TABLE codes (
  fingerprint TEXT NOT NULL PRIMARY KEY CHECK (fingerprint <> ''),
  likeness TEXT NOT NULL,
  code TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX codes_alike ON codes (likeness);
CREATE TABLE creators (
  key TEXT NOT NULL PRIMARY KEY CHECK (key <> ''),
  name TEXT,
  contact TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE brands (
  key TEXT NOT NULL PRIMARY KEY CHECK (key <> ''),
  name TEXT,
  contact TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE advertisers (
  key TEXT NOT NULL PRIMARY KEY CHECK (key <> ''),
  brand TEXT NOT NULL REFERENCES brands (key),
  name TEXT,
  currency TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX advertisers_of ON advertisers (brand);
CREATE TABLE agreements (
  key TEXT NOT NULL PRIMARY KEY CHECK (key <> ''),
  creator TEXT NOT NULL REFERENCES creators (key),
  brand TEXT NOT NULL REFERENCES brands (key),
  currency TEXT NOT NULL,
  fee INTEGER CHECK (fee >= 0),
  share_basis_points INTEGER CHECK (share_basis_points BETWEEN 1 AND 10000),
  days INTEGER NOT NULL CHECK (days >= 1),
  usage_rights TEXT,
  exclusive_category TEXT,
  exclusive_until INTEGER,
  made INTEGER NOT NULL,
  CHECK (fee IS NOT NULL OR share_basis_points IS NOT NULL),
  CHECK ((exclusive_category IS NULL) = (exclusive_until IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX agreements_of_creator ON agreements (creator);
CREATE INDEX agreements_of_brand ON agreements (brand);
CREATE TABLE payments (
  agreement TEXT NOT NULL REFERENCES agreements (key),
  number INTEGER NOT NULL,
  amount INTEGER NOT NULL CHECK (amount > 0),
  at INTEGER NOT NULL,
  note TEXT,
  PRIMARY KEY (agreement, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE posts (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  creator TEXT REFERENCES creators (key),
  caption TEXT NOT NULL,
  title TEXT,
  disclosure TEXT CHECK (disclosure IN ('none', 'your brand', 'branded content')),
  is_ai_generated INTEGER CHECK (is_ai_generated IN (0, 1)),
  privacy TEXT CHECK (
    privacy IN (
      'PUBLIC_TO_EVERYONE', 'MUTUAL_FOLLOW_FRIENDS', 'FOLLOWER_OF_CREATOR', 'SELF_ONLY')),
  ad_authorization_is_on INTEGER CHECK (ad_authorization_is_on IN (0, 1)),
  music_is_cleared INTEGER CHECK (music_is_cleared IN (0, 1)),
  -- What was drawn; all NULL for a post that was made elsewhere. The version before may be
  -- unknown here.
  origin TEXT,
  template TEXT,
  kit TEXT,
  format TEXT,
  version INTEGER CHECK (version >= 1),
  previous TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('draft', 'published', 'removed')),
  url TEXT,
  item_id TEXT UNIQUE,
  published INTEGER,
  removed INTEGER,
  removed_by TEXT CHECK (removed_by IN ('creator', 'tiktok', 'unknown')),
  -- Of the first and the last event.
  added INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  CHECK ((origin IS NULL) = (format IS NULL) AND (origin IS NULL) = (version IS NULL)),
  CHECK (origin IS NOT NULL OR (template IS NULL AND kit IS NULL AND previous IS NULL)),
  CHECK ((stage = 'draft') = (url IS NULL)),
  CHECK ((url IS NULL) = (item_id IS NULL) AND (url IS NULL) = (published IS NULL)),
  CHECK ((stage = 'removed') = (removed IS NOT NULL)),
  CHECK ((removed IS NULL) = (removed_by IS NULL))
) STRICT;
CREATE INDEX posts_of_creator ON posts (creator);
CREATE INDEX posts_by_change ON posts (changed);
CREATE TABLE slides (
  post INTEGER NOT NULL REFERENCES posts (id),
  number INTEGER NOT NULL,
  file TEXT NOT NULL,
  name TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  words TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (post, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE tags (
  post INTEGER NOT NULL REFERENCES posts (id),
  tag TEXT NOT NULL,
  PRIMARY KEY (post, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX tags_by_tag ON tags (tag);
CREATE TABLE authorizations (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  post INTEGER NOT NULL REFERENCES posts (id),
  number INTEGER NOT NULL,
  brand TEXT NOT NULL REFERENCES brands (key),
  days INTEGER NOT NULL CHECK (days >= 1),
  agreement TEXT REFERENCES agreements (key),
  replaces TEXT REFERENCES authorizations (key),
  stage TEXT NOT NULL CHECK (
    stage IN ('requested', 'withdrawn', 'granted', 'revoked', 'void')),
  requested INTEGER,
  closed INTEGER,
  fingerprint TEXT UNIQUE,
  masked TEXT,
  starts INTEGER,
  ends INTEGER,
  end_source TEXT CHECK (end_source IN ('counted', 'creator', 'tiktok')),
  UNIQUE (post, number),
  CHECK ((stage IN ('requested', 'withdrawn')) = (requested IS NOT NULL)),
  CHECK ((stage IN ('withdrawn', 'revoked', 'void')) = (closed IS NOT NULL)),
  CHECK (stage NOT IN ('requested', 'withdrawn') OR fingerprint IS NULL),
  CHECK (stage NOT IN ('granted', 'revoked') OR fingerprint IS NOT NULL),
  CHECK ((fingerprint IS NULL) = (masked IS NULL)),
  CHECK ((fingerprint IS NULL) = (starts IS NULL) AND (fingerprint IS NULL) = (ends IS NULL)),
  CHECK ((fingerprint IS NULL) = (end_source IS NULL))
) STRICT;
CREATE INDEX authorizations_by_end ON authorizations (stage, ends, post);
CREATE INDEX authorizations_of_brand ON authorizations (brand, stage, ends, post);
CREATE INDEX authorizations_of_agreement ON authorizations (agreement);
CREATE TABLE shares (
  authorization INTEGER NOT NULL REFERENCES authorizations (id),
  number INTEGER NOT NULL,
  how TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (authorization, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE applications (
  authorization INTEGER NOT NULL REFERENCES authorizations (id),
  number INTEGER NOT NULL,
  advertiser TEXT NOT NULL REFERENCES advertisers (key),
  at INTEGER NOT NULL,
  -- In TikTok's words; NULL when it was accepted.
  refusal TEXT,
  PRIMARY KEY (authorization, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX applications_of ON applications (advertiser);
CREATE TABLE extensions (
  authorization INTEGER NOT NULL REFERENCES authorizations (id),
  number INTEGER NOT NULL,
  days INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (authorization, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE ads (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  post INTEGER NOT NULL REFERENCES posts (id),
  number INTEGER NOT NULL,
  authorization INTEGER NOT NULL REFERENCES authorizations (id),
  advertiser TEXT NOT NULL REFERENCES advertisers (key),
  name TEXT NOT NULL,
  objective TEXT,
  budget_kind TEXT CHECK (budget_kind IN ('daily', 'total')),
  budget INTEGER,
  budget_currency TEXT,
  bid INTEGER,
  bid_currency TEXT,
  starts INTEGER NOT NULL,
  ends INTEGER NOT NULL,
  targeting TEXT,
  call_to_action TEXT,
  landing_page TEXT,
  tiktok_id TEXT UNIQUE,
  stage TEXT NOT NULL CHECK (
    stage IN (
      'planned', 'submitted', 'in review', 'rejected', 'approved', 'live', 'paused', 'ended')),
  since INTEGER,
  -- A JSON array of texts.
  reasons TEXT,
  ending TEXT CHECK (
    ending IN (
      'finished', 'authorization expired', 'revoked', 'post removed', 'deleted',
      'budget spent')),
  status_word TEXT,
  status_read INTEGER,
  UNIQUE (post, number),
  CHECK ((stage = 'planned') = (since IS NULL)),
  CHECK ((stage = 'rejected') = (reasons IS NOT NULL)),
  CHECK ((stage = 'ended') = (ending IS NOT NULL)),
  CHECK ((budget_kind IS NULL) = (budget IS NULL)),
  CHECK ((budget IS NULL) = (budget_currency IS NULL)),
  CHECK ((bid IS NULL) = (bid_currency IS NULL)),
  CHECK ((status_word IS NULL) = (status_read IS NULL))
) STRICT;
CREATE INDEX ads_on ON ads (authorization);
CREATE INDEX ads_of_advertiser ON ads (advertiser);
CREATE TABLE runs (
  ad INTEGER NOT NULL REFERENCES ads (id),
  number INTEGER NOT NULL,
  starts INTEGER NOT NULL,
  ends INTEGER,
  PRIMARY KEY (ad, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE standard_ads (
  key TEXT NOT NULL PRIMARY KEY CHECK (key <> ''),
  brand TEXT NOT NULL REFERENCES brands (key),
  tiktok_id TEXT UNIQUE,
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX standard_ads_of ON standard_ads (brand);
CREATE TABLE reports (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  sha256 TEXT NOT NULL UNIQUE,
  file TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE TABLE metrics (
  id INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES reports (number),
  ad INTEGER REFERENCES ads (id),
  standard_ad TEXT REFERENCES standard_ads (key),
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  -- Whether sums take it, so that no day is counted twice.
  counted INTEGER NOT NULL CHECK (counted IN (0, 1)),
  spend INTEGER,
  currency TEXT,
  impressions INTEGER,
  reach INTEGER,
  clicks INTEGER,
  destination_clicks INTEGER,
  video_views INTEGER,
  views_2s INTEGER,
  views_6s INTEGER,
  focused_views_6s INTEGER,
  completions INTEGER,
  likes INTEGER,
  comments INTEGER,
  shares INTEGER,
  follows INTEGER,
  profile_visits INTEGER,
  conversions INTEGER,
  CHECK ((ad IS NULL) <> (standard_ad IS NULL)),
  CHECK (first_day <= last_day),
  CHECK ((spend IS NULL) = (currency IS NULL))
) STRICT;
CREATE UNIQUE INDEX metrics_of_ad ON metrics (ad, first_day, last_day, report)
  WHERE ad IS NOT NULL;
CREATE UNIQUE INDEX metrics_of_standard_ad
  ON metrics (standard_ad, first_day, last_day, report) WHERE standard_ad IS NOT NULL;
CREATE VIRTUAL TABLE search USING fts5(
  key, caption, tags, words, tokenize = 'unicode61 remove_diacritics 0');
INSERT INTO events (id, subject_kind, subject, kind, at, by, command, event) VALUES (1, 'creator', 'creator', 'saved', 1767344400, 'someone', 'brand add', '{"contact":"mia@example.com","key":"creator","name":"Mia"}');
INSERT INTO events (id, subject_kind, subject, kind, at, by, command, event) VALUES (2, 'brand', 'harbor', 'saved', 1767344400, 'someone', 'brand add', '{"contact":"ads@example.com","key":"harbor","name":"Harbor Goods"}');
INSERT INTO events (id, subject_kind, subject, kind, at, by, command, event) VALUES (3, 'advertiser', '7100000000000000001', 'saved', 1767344400, 'someone', 'brand add', '{"brand":"harbor","currency":"USD","key":"7100000000000000001","name":"Harbor US"}');
INSERT INTO events (id, subject_kind, subject, kind, at, by, command, event) VALUES (4, 'post', 'slow-mornings-listicle', 'drawn', 1767344400, 'someone', 'render', '{"drawn":{"_0":{"format":"png","kit":"harbor","origin":"2767b7c8dbe2ac3a0419dc33a73fb3996fdc6715376d113d612fa526340a8315","slides":[{"bytes":35,"file":"01-title.png","height":1920,"name":"title","sha256":"5f3993d9a68037ce3bdb0f354e3a3562371716516b1490c1ae9bc16da4e9ac03","width":1080},{"bytes":35,"file":"02-words.png","height":1920,"name":"words","sha256":"5766599ddf2fa19355a1eeb1c30fcf823ab2fe9089f6ca6a2b60362266599996","width":1080}],"template":"listicle","version":1},"caption":"Five that made the difference.\nIt''s coffee.","facts":{}}}');
INSERT INTO events (id, subject_kind, subject, kind, at, by, command, event) VALUES (5, 'post', 'slow-mornings-listicle', 'tagged', 1767344400, 'someone', 'render', '{"tagged":{"_0":["coffee"]}}');
INSERT INTO events (id, subject_kind, subject, kind, at, by, command, event) VALUES (6, 'post', 'moonrise-vase-quote', 'drawn', 1767344400, 'someone', 'render', '{"drawn":{"_0":{"format":"png","kit":"harbor","origin":"57d01710af105c17382caedd8499b79c0d0704816acbc35b2cec1f232341f2ee","slides":[{"bytes":32,"file":"01-title.png","height":1920,"name":"title","sha256":"140419d9c18712d96f270696cbfad6383a96736b89c1c46e99d5149d4dec75b6","width":1080},{"bytes":32,"file":"02-words.png","height":1920,"name":"words","sha256":"02043d2e613b5bb8eace5bafd431a4a65f7bdfbcd22838ce0f9165f02b950c72","width":1080}],"template":"quote","version":1},"caption":"Less, but better. #vase","facts":{"adAuthorizationIsOn":true,"disclosure":"branded content","isAIGenerated":false,"musicIsCleared":true,"privacy":"PUBLIC_TO_EVERYONE"},"title":"Moonrise"}}');
INSERT INTO events (id, subject_kind, subject, kind, at, by, command, event) VALUES (7, 'post', 'moonrise-vase-quote', 'assigned', 1767344400, 'someone', 'render', '{"assigned":{"creator":"creator"}}');
INSERT INTO events (id, subject_kind, subject, kind, at, by, command, event) VALUES (8, 'post', 'moonrise-vase-quote', 'tagged', 1767344400, 'someone', 'render', '{"tagged":{"_0":["spring","vase"]}}');
INSERT INTO events (id, subject_kind, subject, kind, at, by, command, event) VALUES (9, 'post', 'moonrise-vase-quote', 'published', 1767430800, 'someone', 'post publish', '{"published":{"_0":{"at":"2026-01-03T09:00:00Z","itemID":"7300000000000000001","url":"https://www.tiktok.com/@creator/photo/7300000000000000001"}}}');
INSERT INTO events (id, subject_kind, subject, kind, at, by, command, event) VALUES (10, 'agreement', 'creator@harbor', 'made', 1767517200, 'someone', 'code request', '{"made":{"_2":{"currency":"USD","days":30,"exclusivity":{"category":"vases","until":"2026-06-30"},"fee":{"currency":"USD","minorUnits":30000},"share":{"basisPoints":500},"usageRights":"TikTok only"},"brand":"harbor","creator":"creator"}}');
INSERT INTO events (id, subject_kind, subject, kind, at, by, command, event) VALUES (11, 'post', 'moonrise-vase-quote', 'requested', 1767517200, 'someone', 'code request', '{"requested":{"_0":{"agreement":"creator@harbor","authorization":"moonrise-vase-quote@harbor","brand":"harbor","days":30}}}');
INSERT INTO events (id, subject_kind, subject, kind, at, by, command, event) VALUES (12, 'post', 'moonrise-vase-quote', 'issued', 1767603600, 'someone', 'code add', '{"issued":{"_0":{"agreement":"creator@harbor","authorization":"moonrise-vase-quote@harbor","brand":"harbor","days":30},"code":{"fingerprint":"de3226219b6b454885da886959716350e150a41344d5415e4407a57f844d3c12","masked":"#Ex…w="},"end":"2026-02-04T09:00:00Z","endSource":"counted","start":"2026-01-05T09:00:00Z"}}');
INSERT INTO events (id, subject_kind, subject, kind, at, by, command, event) VALUES (13, 'post', 'moonrise-vase-quote', 'shared', 1767690000, 'someone', 'code share', '{"shared":{"_0":"moonrise-vase-quote@harbor","how":"mail"}}');
INSERT INTO events (id, subject_kind, subject, kind, at, by, command, event) VALUES (14, 'post', 'moonrise-vase-quote', 'applied', 1767776400, 'someone', 'code apply', '{"applied":{"_0":"moonrise-vase-quote@harbor","advertiser":"7100000000000000001","result":{"refused":{"_0":"try again later"}}}}');
INSERT INTO events (id, subject_kind, subject, kind, at, by, command, event) VALUES (15, 'post', 'moonrise-vase-quote', 'applied', 1767862800, 'someone', 'code apply', '{"applied":{"_0":"moonrise-vase-quote@harbor","advertiser":"7100000000000000001","result":{"accepted":{}}}}');
INSERT INTO events (id, subject_kind, subject, kind, at, by, command, event) VALUES (16, 'post', 'moonrise-vase-quote', 'extended', 1767949200, 'someone', 'code extend', '{"extended":{"_0":"moonrise-vase-quote@harbor","days":30}}');
INSERT INTO events (id, subject_kind, subject, kind, at, by, command, event) VALUES (17, 'post', 'moonrise-vase-quote', 'adPlanned', 1768035600, 'someone', 'ad plan', '{"adPlanned":{"_0":"moonrise","_1":{"advertiser":"7100000000000000001","authorization":"moonrise-vase-quote@harbor","bid":{"currency":"USD","minorUnits":90},"budget":{"daily":{"currency":"USD","minorUnits":5000}},"callToAction":"SHOP_NOW","end":"2026-02-11T09:00:00Z","landingPage":"https://example.com/vase","name":"Moonrise","objective":"TRAFFIC","start":"2026-01-10T09:00:00Z","targeting":"25 to 34"}}}');
INSERT INTO events (id, subject_kind, subject, kind, at, by, command, event) VALUES (18, 'post', 'moonrise-vase-quote', 'adSubmitted', 1768122000, 'someone', 'ad submit', '{"adSubmitted":{"_0":"moonrise","tiktokID":"1790000000000000001"}}');
INSERT INTO events (id, subject_kind, subject, kind, at, by, command, event) VALUES (19, 'post', 'moonrise-vase-quote', 'adMoved', 1768208400, 'someone', 'ad status', '{"adMoved":{"_0":"moonrise","reasons":["music","text"],"to":"rejected"}}');
INSERT INTO events (id, subject_kind, subject, kind, at, by, command, event) VALUES (20, 'post', 'moonrise-vase-quote', 'adSubmitted', 1768294800, 'someone', 'ad submit', '{"adSubmitted":{"_0":"moonrise"}}');
INSERT INTO events (id, subject_kind, subject, kind, at, by, command, event) VALUES (21, 'post', 'moonrise-vase-quote', 'adStatusRead', 1768381200, 'someone', 'ad status', '{"adStatusRead":{"_0":"moonrise","word":"AD_STATUS_DELIVERY_OK"}}');
INSERT INTO events (id, subject_kind, subject, kind, at, by, command, event) VALUES (22, 'post', 'moonrise-vase-quote', 'adMoved', 1768381200, 'someone', 'ad status', '{"adMoved":{"_0":"moonrise","reasons":[],"to":"live"}}');
INSERT INTO events (id, subject_kind, subject, kind, at, by, command, event) VALUES (23, 'post', 'moonrise-vase-quote', 'adMoved', 1768554000, 'someone', 'ad status', '{"adMoved":{"_0":"moonrise","reasons":[],"to":"paused"}}');
INSERT INTO events (id, subject_kind, subject, kind, at, by, command, event) VALUES (24, 'post', 'moonrise-vase-quote', 'adMoved', 1768640400, 'someone', 'ad status', '{"adMoved":{"_0":"moonrise","reasons":[],"to":"live"}}');
INSERT INTO events (id, subject_kind, subject, kind, at, by, command, event) VALUES (25, 'report', 'f65fdb506bcae90353f4a4e1c68a80964ae26a26169e09318d17f8ad1bd4f294', 'imported', 1768726800, 'someone', 'ad metrics import', '{"added":"4","file":"report-1.csv"}');
INSERT INTO events (id, subject_kind, subject, kind, at, by, command, event) VALUES (26, 'report', '129a82bae645af659230191e321c43eaadc52d8b6924a0c08725f11fd422fa6a', 'imported', 1768726800, 'someone', 'ad metrics import', '{"added":"2","file":"report-2.csv"}');
INSERT INTO events (id, subject_kind, subject, kind, at, by, command, event) VALUES (27, 'agreement', 'creator@harbor', 'paid', 1768813200, 'someone', 'agreement pay', '{"paid":{"_0":{"amount":{"currency":"USD","minorUnits":15000},"at":"2026-01-19T09:00:00Z","note":"first half"}}}');
INSERT INTO codes (fingerprint, likeness, code) VALUES ('de3226219b6b454885da886959716350e150a41344d5415e4407a57f844d3c12', '#ex4mple+code/kd9w=', '#Ex4mple+c0de/Kd9w=');
INSERT INTO creators (key, name, contact) VALUES ('creator', 'Mia', 'mia@example.com');
INSERT INTO brands (key, name, contact) VALUES ('harbor', 'Harbor Goods', 'ads@example.com');
INSERT INTO advertisers (key, brand, name, currency) VALUES ('7100000000000000001', 'harbor', 'Harbor US', 'USD');
INSERT INTO agreements (key, creator, brand, currency, fee, share_basis_points, days, usage_rights, exclusive_category, exclusive_until, made) VALUES ('creator@harbor', 'creator', 'harbor', 'USD', 30000, 500, 30, 'TikTok only', 'vases', 20634, 1767517200);
INSERT INTO payments (agreement, number, amount, at, note) VALUES ('creator@harbor', 0, 15000, 1768813200, 'first half');
INSERT INTO posts (id, key, creator, caption, title, disclosure, is_ai_generated, privacy, ad_authorization_is_on, music_is_cleared, origin, template, kit, format, version, previous, stage, url, item_id, published, removed, removed_by, added, changed) VALUES (1, 'slow-mornings-listicle', NULL, 'Five that made the difference.
It''s coffee.', NULL, NULL, NULL, NULL, NULL, NULL, '2767b7c8dbe2ac3a0419dc33a73fb3996fdc6715376d113d612fa526340a8315', 'listicle', 'harbor', 'png', 1, NULL, 'draft', NULL, NULL, NULL, NULL, NULL, 1767344400, 1767344400);
INSERT INTO posts (id, key, creator, caption, title, disclosure, is_ai_generated, privacy, ad_authorization_is_on, music_is_cleared, origin, template, kit, format, version, previous, stage, url, item_id, published, removed, removed_by, added, changed) VALUES (2, 'moonrise-vase-quote', 'creator', 'Less, but better. #vase', 'Moonrise', 'branded content', 0, 'PUBLIC_TO_EVERYONE', 1, 1, '57d01710af105c17382caedd8499b79c0d0704816acbc35b2cec1f232341f2ee', 'quote', 'harbor', 'png', 1, NULL, 'published', 'https://www.tiktok.com/@creator/photo/7300000000000000001', '7300000000000000001', 1767430800, NULL, NULL, 1767344400, 1768640400);
INSERT INTO slides (post, number, file, name, width, height, bytes, sha256, words) VALUES (1, 0, '01-title.png', 'title', 1080, 1920, 35, '5f3993d9a68037ce3bdb0f354e3a3562371716516b1490c1ae9bc16da4e9ac03', 'Slow mornings');
INSERT INTO slides (post, number, file, name, width, height, bytes, sha256, words) VALUES (1, 1, '02-words.png', 'words', 1080, 1920, 35, '5766599ddf2fa19355a1eeb1c30fcf823ab2fe9089f6ca6a2b60362266599996', '海の塩、知っていますか？');
INSERT INTO slides (post, number, file, name, width, height, bytes, sha256, words) VALUES (2, 0, '01-title.png', 'title', 1080, 1920, 32, '140419d9c18712d96f270696cbfad6383a96736b89c1c46e99d5149d4dec75b6', 'Moonrise');
INSERT INTO slides (post, number, file, name, width, height, bytes, sha256, words) VALUES (2, 1, '02-words.png', 'words', 1080, 1920, 32, '02043d2e613b5bb8eace5bafd431a4a65f7bdfbcd22838ce0f9165f02b950c72', 'Less, but better.');
INSERT INTO tags (post, tag) VALUES (1, 'coffee');
INSERT INTO tags (post, tag) VALUES (2, 'spring');
INSERT INTO tags (post, tag) VALUES (2, 'vase');
INSERT INTO authorizations (id, key, post, number, brand, days, agreement, replaces, stage, requested, closed, fingerprint, masked, starts, ends, end_source) VALUES (1, 'moonrise-vase-quote@harbor', 2, 0, 'harbor', 30, 'creator@harbor', NULL, 'granted', NULL, NULL, 'de3226219b6b454885da886959716350e150a41344d5415e4407a57f844d3c12', '#Ex…w=', 1767603600, 1772787600, 'counted');
INSERT INTO shares (authorization, number, how, at) VALUES (1, 0, 'mail', 1767690000);
INSERT INTO applications (authorization, number, advertiser, at, refusal) VALUES (1, 0, '7100000000000000001', 1767776400, 'try again later');
INSERT INTO applications (authorization, number, advertiser, at, refusal) VALUES (1, 1, '7100000000000000001', 1767862800, NULL);
INSERT INTO extensions (authorization, number, days, at) VALUES (1, 0, 30, 1767949200);
INSERT INTO ads (id, key, post, number, authorization, advertiser, name, objective, budget_kind, budget, budget_currency, bid, bid_currency, starts, ends, targeting, call_to_action, landing_page, tiktok_id, stage, since, reasons, ending, status_word, status_read) VALUES (1, 'moonrise', 2, 0, 1, '7100000000000000001', 'Moonrise', 'TRAFFIC', 'daily', 5000, 'USD', 90, 'USD', 1768035600, 1770800400, '25 to 34', 'SHOP_NOW', 'https://example.com/vase', '1790000000000000001', 'live', 1768640400, NULL, NULL, 'AD_STATUS_DELIVERY_OK', 1768381200);
INSERT INTO runs (ad, number, starts, ends) VALUES (1, 0, 1768381200, 1768554000);
INSERT INTO runs (ad, number, starts, ends) VALUES (1, 1, 1768640400, NULL);
INSERT INTO standard_ads (key, brand, tiktok_id, name) VALUES ('in-feed-1', 'harbor', '1790000000000000002', 'In-Feed 1');
INSERT INTO reports (number, sha256, file, at) VALUES (1, 'f65fdb506bcae90353f4a4e1c68a80964ae26a26169e09318d17f8ad1bd4f294', 'report-1.csv', 1768726800);
INSERT INTO reports (number, sha256, file, at) VALUES (2, '129a82bae645af659230191e321c43eaadc52d8b6924a0c08725f11fd422fa6a', 'report-2.csv', 1768726800);
INSERT INTO metrics (id, report, ad, standard_ad, first_day, last_day, counted, spend, currency, impressions, reach, clicks, destination_clicks, video_views, views_2s, views_6s, focused_views_6s, completions, likes, comments, shares, follows, profile_visits, conversions) VALUES (1, 1, 1, NULL, 20468, 20468, 1, 41231, 'USD', 40001, 20001, 13334, 10001, 8001, 6667, 5715, 5001, 4445, 4001, 3637, 3334, 3077, 2858, 2667);
INSERT INTO metrics (id, report, ad, standard_ad, first_day, last_day, counted, spend, currency, impressions, reach, clicks, destination_clicks, video_views, views_2s, views_6s, focused_views_6s, completions, likes, comments, shares, follows, profile_visits, conversions) VALUES (2, 1, NULL, 'in-feed-1', 20468, 20468, 1, 41231, 'USD', 40001, 20001, 13334, 10001, 8001, 6667, 5715, 5001, 4445, 4001, 3637, 3334, 3077, 2858, 2667);
INSERT INTO metrics (id, report, ad, standard_ad, first_day, last_day, counted, spend, currency, impressions, reach, clicks, destination_clicks, video_views, views_2s, views_6s, focused_views_6s, completions, likes, comments, shares, follows, profile_visits, conversions) VALUES (3, 1, 1, NULL, 20469, 20469, 0, 41231, 'USD', 40001, 20001, 13334, 10001, 8001, 6667, 5715, 5001, 4445, 4001, 3637, 3334, 3077, 2858, 2667);
INSERT INTO metrics (id, report, ad, standard_ad, first_day, last_day, counted, spend, currency, impressions, reach, clicks, destination_clicks, video_views, views_2s, views_6s, focused_views_6s, completions, likes, comments, shares, follows, profile_visits, conversions) VALUES (4, 1, NULL, 'in-feed-1', 20469, 20469, 0, 41231, 'USD', 40001, 20001, 13334, 10001, 8001, 6667, 5715, 5001, 4445, 4001, 3637, 3334, 3077, 2858, 2667);
INSERT INTO metrics (id, report, ad, standard_ad, first_day, last_day, counted, spend, currency, impressions, reach, clicks, destination_clicks, video_views, views_2s, views_6s, focused_views_6s, completions, likes, comments, shares, follows, profile_visits, conversions) VALUES (5, 2, 1, NULL, 20469, 20469, 1, 41232, 'USD', 40002, 20002, 13335, 10002, 8002, 6668, 5716, 5002, 4446, 4002, 3638, 3335, 3078, 2859, 2668);
INSERT INTO metrics (id, report, ad, standard_ad, first_day, last_day, counted, spend, currency, impressions, reach, clicks, destination_clicks, video_views, views_2s, views_6s, focused_views_6s, completions, likes, comments, shares, follows, profile_visits, conversions) VALUES (6, 2, NULL, 'in-feed-1', 20469, 20469, 1, 41232, 'USD', 40002, 20002, 13335, 10002, 8002, 6668, 5716, 5002, 4446, 4002, 3638, 3335, 3078, 2859, 2668);
INSERT INTO search (rowid, key, caption, tags, words) VALUES (1, 'slow mornings listicle', 'five that made the difference it s coffee', 'coffee', 'slow mornings 海の の塩 塩 知っ って てい いま ます すか か');
INSERT INTO search (rowid, key, caption, tags, words) VALUES (2, 'moonrise vase quote', 'moonrise less but better vase', 'spring vase', 'moonrise less but better');
PRAGMA user_version = 1;
