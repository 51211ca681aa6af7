using Participation.Data.Engines;
using Participation.Data.Writing;

namespace Participation.Data.Search;

/// <summary>
/// On SQLite a full-text table (FTS5) of pairs beside the entries. It keeps no text of its own: to take something out of it, it must
/// be told what was put in.
/// </summary>
sealed class SqliteSearchTables(SqliteTurn turn) : SearchTables(turn)
{
    const string ByKey = """ "Kind" = @k AND "Subject" = @u AND "Number" = @n AND "Anchor" = @a""";

    public override void Empty()
    {
        turn.Execute("""INSERT INTO "SearchGrams" ("SearchGrams") VALUES ('delete-all')""");
        turn.Execute("""DELETE FROM "SearchEntries" """);
        turn.Execute("""DELETE FROM "SearchPositions" """);
    }

    protected override void Clear(string kind, int subject)
    {
        Forget(""" "Kind" = @k AND "Subject" = @u""", ("k", kind), ("u", subject));
        turn.Execute("""DELETE FROM "SearchEntries" WHERE "Kind" = @k AND "Subject" = @u""", ("k", kind), ("u", subject));
    }

    protected override void Remove(SearchKey key)
    {
        Forget(ByKey, Values(key));
        turn.Execute($"""DELETE FROM "SearchEntries" WHERE {ByKey}""", Values(key));
    }

    protected override void Put(IReadOnlyList<SearchDraft> drafts)
    {
        foreach (var draft in drafts)
        {
            if (Stands(draft)) continue;
            Remove(draft.Key);
            turn.Execute(
                """INSERT INTO "SearchEntries" ("Kind", "Subject", "Number", "Anchor", "Channel", "Folded") VALUES (@k, @u, @n, @a, @c, @f)""",
                [.. Values(draft.Key), ("c", draft.Channel), ("f", draft.Folded)]);
            turn.Execute(
                """INSERT INTO "SearchGrams" (rowid, "Grams") VALUES (last_insert_rowid(), @g)""", ("g", Words(draft.Key.Kind, draft.Key.Subject, draft.Channel, draft.Folded)));
        }
    }

    bool Stands(SearchDraft draft)
    {
        using var command = turn.Command($"""SELECT 1 FROM "SearchEntries" WHERE {ByKey} AND "Folded" = @f""").With("f", draft.Folded);
        foreach (var (name, value) in Values(draft.Key)) command.With(name, value);
        return command.ExecuteScalar() is not null;
    }

    void Forget(string where, params (string Name, object? Value)[] values)
    {
        using var command = turn.Command($"""SELECT "Id", "Kind", "Subject", "Channel", "Folded" FROM "SearchEntries" WHERE {where}""");
        foreach (var (name, value) in values) command.With(name, value);
        var gone = new List<(long Id, string Words)>();
        using (var reader = command.ExecuteReader())
            while (reader.Read())
                gone.Add((reader.GetInt64(0), Words(reader.GetString(1), reader.GetInt32(2), reader.IsDBNull(3) ? null : reader.GetString(3), reader.GetString(4))));
        foreach (var (id, words) in gone)
            turn.Execute("""INSERT INTO "SearchGrams" ("SearchGrams", rowid, "Grams") VALUES ('delete', @i, @g)""", ("i", id), ("g", words));
    }

    static string Words(string kind, int subject, string? channel, string folded) => string.Join(' ', SearchMarks.Of(kind, subject, channel).Concat(Grams.Of(folded)));

    static (string, object?)[] Values(SearchKey key) => [("k", key.Kind), ("u", key.Subject), ("n", key.Number), ("a", key.Anchor)];
}
