extension Migration {
  /// The first schema: what happened (`events`), what follows from it (all tables of posts, codes,
  /// ads and agreements), the vault of codes, reports, and the words to search in.
  ///
  /// Moments are seconds since 1970, UTC; days are counted from 1970-01-01; money is in minor units.
  /// A column that belongs to some states only is NULL in all others.
  static let schema1 = """
    -- What happened. Only ever added to.
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

    -- The vault: the only place with the text of a code.
    CREATE TABLE codes (
      fingerprint TEXT NOT NULL PRIMARY KEY CHECK (fingerprint <> ''),
      likeness TEXT NOT NULL,
      code TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX codes_alike ON codes (likeness);

    -- Parties.
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

    -- Terms.
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

    -- Posts.
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

    -- The permissions that codes carry.
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

    -- Ads on those permissions, and the ones they are compared with.
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

    -- What reports said: snapshots, which never overwrite each other.
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

    -- Words, folded by `SearchText`; rowid is the post's id.
    CREATE VIRTUAL TABLE search USING fts5(
      key, caption, tags, words, tokenize = 'unicode61 remove_diacritics 0');
    """
}
