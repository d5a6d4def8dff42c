"""The tables, as numbered migrations: append only, never edited once released."""

from __future__ import annotations

__all__ = ["MIGRATIONS"]

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE session(
        id TEXT PRIMARY KEY,
        title TEXT NOT NULL,
        titled_by TEXT NOT NULL,
        created_at REAL NOT NULL,
        updated_at REAL NOT NULL
    ) STRICT;
    CREATE INDEX session_updated ON session(updated_at);

    CREATE TABLE event(
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        session_id TEXT NOT NULL,
        job_id TEXT,
        position INTEGER,
        at REAL NOT NULL,
        kind TEXT NOT NULL,
        version INTEGER NOT NULL,
        body TEXT NOT NULL,
        checksum INTEGER NOT NULL,
        UNIQUE(job_id, position)
    ) STRICT;
    CREATE INDEX event_session ON event(session_id, seq);

    CREATE TABLE job(
        id TEXT PRIMARY KEY,
        session_id TEXT NOT NULL,
        status TEXT NOT NULL,
        task TEXT NOT NULL,
        created_at REAL NOT NULL,
        updated_at REAL NOT NULL
    ) STRICT;
    CREATE INDEX job_created ON job(created_at);
    CREATE INDEX job_session ON job(session_id);

    -- What a running answer had said so far; gone when its end is in the log.
    CREATE TABLE partial(
        job_id TEXT NOT NULL,
        n INTEGER NOT NULL,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY(job_id, n)
    ) STRICT;

    CREATE VIRTUAL TABLE search USING fts5(
        text, session_id UNINDEXED, seq UNINDEXED, role UNINDEXED, tokenize = 'unicode61 remove_diacritics 2'
    );
    """,
    # The index in volumes; `backlog` says which events it does not have yet.
    """
    DROP TABLE search;
    ALTER TABLE session ADD COLUMN title_seq INTEGER NOT NULL DEFAULT 0;
    CREATE TABLE volume(n INTEGER PRIMARY KEY, dirty INTEGER NOT NULL DEFAULT 0) STRICT;
    CREATE TABLE backlog(done INTEGER NOT NULL, last INTEGER NOT NULL) STRICT;
    INSERT INTO backlog SELECT 0, seq FROM event ORDER BY seq DESC LIMIT 1;
    """,
    # Pins, folders, trash, unread: each list is read in pages, along an index in its order.
    """
    ALTER TABLE session ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE session ADD COLUMN folder TEXT NOT NULL DEFAULT '';
    ALTER TABLE session ADD COLUMN trashed_at REAL NOT NULL DEFAULT 0;
    ALTER TABLE session ADD COLUMN unread INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE job ADD COLUMN origin TEXT NOT NULL DEFAULT '';
    CREATE INDEX session_listed ON session(pinned, updated_at, id) WHERE trashed_at = 0;
    CREATE INDEX session_filed ON session(folder, pinned, updated_at, id) WHERE trashed_at = 0;
    CREATE INDEX session_trashed ON session(trashed_at, id) WHERE trashed_at > 0;
    CREATE INDEX session_unread ON session(folder) WHERE trashed_at = 0 AND unread = 1;
    """,
    # Who gave the jobs of before, to list by; and what schedules did: up to `looked_at` their times are seen to.
    """
    UPDATE job SET origin = coalesce(
        (SELECT json_extract(body, '$.origin') FROM event WHERE job_id = job.id AND position = 0 AND json_valid(body)),
        ''
    );
    CREATE INDEX job_origin ON job(origin, created_at);

    CREATE TABLE schedule(
        name TEXT PRIMARY KEY,
        cron TEXT NOT NULL,
        looked_at REAL NOT NULL,
        session_id TEXT NOT NULL DEFAULT '',
        missed INTEGER NOT NULL DEFAULT 0,
        missed_at REAL NOT NULL DEFAULT 0
    ) STRICT;
    CREATE TABLE schedule_run(
        name TEXT NOT NULL,
        due REAL NOT NULL,
        at REAL NOT NULL,
        job_id TEXT NOT NULL DEFAULT '',
        result TEXT NOT NULL DEFAULT '',
        PRIMARY KEY(name, due)
    ) STRICT;
    """,
    # Rules made from calls, and what tools did.
    """
    CREATE TABLE rule(
        id TEXT PRIMARY KEY,
        profile TEXT NOT NULL,
        tool TEXT NOT NULL,
        under TEXT NOT NULL,
        made_at REAL NOT NULL,
        made_by TEXT NOT NULL,
        hits INTEGER NOT NULL DEFAULT 0,
        last_used REAL,
        UNIQUE(profile, tool, under)
    ) STRICT;

    CREATE TABLE call(
        call_id TEXT PRIMARY KEY,
        seq INTEGER NOT NULL,
        job_id TEXT NOT NULL,
        session_id TEXT NOT NULL,
        tool TEXT NOT NULL,
        summary TEXT NOT NULL,
        risk INTEGER NOT NULL DEFAULT 0,
        at REAL NOT NULL,
        by TEXT NOT NULL DEFAULT '',
        rule TEXT NOT NULL DEFAULT '',
        outcome TEXT NOT NULL DEFAULT '',
        undo INTEGER NOT NULL DEFAULT 0,
        undone INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX call_seq ON call(seq, call_id);
    CREATE INDEX call_session ON call(session_id);

    INSERT OR IGNORE INTO call(call_id, seq, job_id, session_id, tool, summary, at)
        SELECT json_extract(asked.value, '$.call_id'), seq, job_id, session_id, json_extract(asked.value, '$.name'),
            '', at
        FROM event, json_each(event.body, '$.calls') AS asked
        WHERE kind = 'model_finished' AND json_valid(body) AND job_id IS NOT NULL;
    UPDATE call SET by = json_extract(body, '$.by') FROM event
        WHERE kind = 'confirmation_answered' AND json_valid(body) AND call.call_id = json_extract(body, '$.call_id');
    UPDATE call SET summary = json_extract(body, '$.summary'), risk = json_extract(body, '$.risk') FROM event
        WHERE kind = 'tool_started' AND json_valid(body) AND call.call_id = json_extract(body, '$.call_id');
    UPDATE call SET outcome = json_extract(body, '$.outcome'), at = event.at,
            undo = json_array_length(body, '$.undo') FROM event
        WHERE kind = 'tool_finished' AND json_valid(body) AND call.call_id = json_extract(body, '$.call_id');
    UPDATE call SET undone = 1 FROM event
        WHERE kind = 'tool_undone' AND json_valid(body) AND json_extract(body, '$.outcome') = 'ok'
            AND call.call_id = json_extract(body, '$.call_id');
    """,
    # What was used, by local day and model: counted as replies come, and kept when their sessions go.
    """
    CREATE TABLE usage(
        day TEXT NOT NULL,
        model TEXT NOT NULL,
        label TEXT NOT NULL,
        replies INTEGER NOT NULL,
        answers INTEGER NOT NULL,
        prompt_tokens INTEGER NOT NULL,
        cached_tokens INTEGER NOT NULL,
        completion_tokens INTEGER NOT NULL,
        cost REAL,
        timed_tokens INTEGER NOT NULL,
        writing_ms INTEGER NOT NULL,
        first_token_ms INTEGER NOT NULL,
        PRIMARY KEY(day, model)
    ) STRICT;
    INSERT INTO usage
        SELECT date(at, 'unixepoch', 'localtime') AS day,
            body ->> '$.model' AS model,
            max(body ->> '$.model_label'),
            count(*),
            sum(json_array_length(body, '$.calls') = 0 AND NOT (body ->> '$.summary')),
            sum(body ->> '$.usage.prompt_tokens'),
            sum(body ->> '$.usage.cached_tokens'),
            sum(body ->> '$.usage.completion_tokens'),
            NULL,
            sum(iif(body ->> '$.duration_ms' > body ->> '$.first_token_ms', body ->> '$.usage.completion_tokens', 0)),
            sum(max(body ->> '$.duration_ms' - body ->> '$.first_token_ms', 0)),
            sum(body ->> '$.first_token_ms')
        FROM event WHERE kind = 'model_finished' AND json_valid(body) AND body ->> '$.model' <> '' GROUP BY day, model;
    """,
    # Servers that offer tools: what each said it has, and what of it a person approved.
    """
    CREATE TABLE server(
        name TEXT PRIMARY KEY,
        target TEXT NOT NULL,
        listed_at REAL NOT NULL,
        listing TEXT NOT NULL,
        pins TEXT NOT NULL
    ) STRICT;
    """,
    # Prompts that wait for their turn.
    """
    CREATE TABLE queued(
        id TEXT PRIMARY KEY,
        session_id TEXT NOT NULL,
        place INTEGER NOT NULL,
        at REAL NOT NULL,
        prompt TEXT NOT NULL
    ) STRICT;
    CREATE INDEX queued_session ON queued(session_id, place);
    """,
    # Who let what happen: see `store.decisions`.
    """
    CREATE TABLE decision(
        n INTEGER PRIMARY KEY AUTOINCREMENT,
        at REAL NOT NULL,
        what TEXT NOT NULL,
        by TEXT NOT NULL,
        tool TEXT NOT NULL,
        job_id TEXT NOT NULL,
        call_id TEXT NOT NULL,
        action TEXT NOT NULL,
        rule TEXT NOT NULL,
        chain TEXT NOT NULL
    ) STRICT;
    CREATE TRIGGER decision_unchanged BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'append only'); END;
    CREATE TRIGGER decision_kept BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'append only'); END;
    """,
    # The index in another spelling: its volumes are outdated (see `store.index`) until the log is indexed anew.
    """
    UPDATE volume SET n = -3 - n;
    DROP TABLE backlog;
    CREATE TABLE backlog(last INTEGER NOT NULL) STRICT;
    INSERT INTO backlog SELECT seq FROM event ORDER BY seq DESC LIMIT 1;
    """,
)
