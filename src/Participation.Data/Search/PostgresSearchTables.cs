using System.Globalization;
using Participation.Data.Engines;

namespace Participation.Data.Search;

/// <summary>On PostgreSQL the pairs are a column of numbers beside the text, with a GIN index.</summary>
sealed class PostgresSearchTables(PostgresTurn turn) : SearchTables(turn)
{
    /// <summary>One round trip, however many.</summary>
    const string Upsert = """
        INSERT INTO "SearchEntries" ("Kind", "Subject", "Number", "Anchor", "Channel", "Folded", "Grams")
        SELECT k, u, n, a, c, f, g::int[] FROM unnest(@k, @u, @n, @a, @c, @f, @g) AS d (k, u, n, a, c, f, g)
        ON CONFLICT ("Kind", "Subject", "Number", "Anchor") DO UPDATE SET "Folded" = excluded."Folded", "Grams" = excluded."Grams"
        WHERE "SearchEntries"."Folded" <> excluded."Folded"
        """;

    public override void Empty() => turn.Execute("""DELETE FROM "SearchEntries"; DELETE FROM "SearchPositions" """);

    /// <summary>Until autovacuum came by itself, the planner would take the pairs' index for useless and read every row.</summary>
    public override void Survey() => turn.Execute("""ANALYZE "SearchEntries" """);

    protected override void Clear(string kind, int subject) =>
        turn.Execute("""DELETE FROM "SearchEntries" WHERE "Kind" = @k AND "Subject" = @u""", ("k", kind), ("u", subject));

    protected override void Remove(SearchKey key) => turn.Execute(
        """DELETE FROM "SearchEntries" WHERE "Kind" = @k AND "Subject" = @u AND "Number" = @n AND "Anchor" = @a""",
        ("k", key.Kind), ("u", key.Subject), ("n", key.Number), ("a", key.Anchor));

    protected override void Put(IReadOnlyList<SearchDraft> drafts)
    {
        // The last word on a key is the one that counts; twice in one statement is refused.
        var last = drafts.Reverse().DistinctBy(d => d.Key).Reverse().ToList();
        turn.Execute(
            Upsert, ("k", Column(d => d.Key.Kind)), ("u", Column(d => d.Key.Subject)), ("n", Column(d => d.Key.Number)),
            ("a", Column(d => d.Key.Anchor)), ("c", Column(d => d.Channel)), ("f", Column(d => d.Folded)), ("g", Column(Codes)));

        T[] Column<T>(Func<SearchDraft, T> value) => [.. last.Select(value)];
    }

    /// <summary>Every pair, every character for those who look for one, and the marks.</summary>
    static string Codes(SearchDraft draft)
    {
        var codes = Grams.Of(draft.Folded).Concat(draft.Folded.EnumerateRunes().Where(r => r.Value is not ' ').Select(r => r.ToString()))
            .Concat(SearchMarks.Of(draft.Key.Kind, draft.Key.Subject, draft.Channel)).Select(Grams.Code).Distinct();
        return $"{{{string.Join(',', codes.Select(code => code.ToString(CultureInfo.InvariantCulture)))}}}";
    }
}
