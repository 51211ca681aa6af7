using Participation.Data.Engines;
using Participation.Data.Writing;

namespace Participation.Data.Search;

/// <summary>The index's tables within a transaction of the lane. What differs between the engines is in its two kinds.</summary>
abstract class SearchTables(WriterTurn turn)
{
    const string Store = """
        INSERT INTO "SearchPositions" ("Stream", "Sequence") VALUES (@n, @s)
        ON CONFLICT ("Stream") DO UPDATE SET "Sequence" = excluded."Sequence"
        """;

    public static SearchTables Of(WriterTurn turn) => turn switch
    {
        SqliteTurn sqlite => new SqliteSearchTables(sqlite),
        PostgresTurn postgres => new PostgresSearchTables(postgres),
        _ => throw new ArgumentOutOfRangeException(nameof(turn)),
    };

    public long PositionOf(string stream)
    {
        using var command = turn.Command("""SELECT "Sequence" FROM "SearchPositions" WHERE "Stream" = @n""").With("n", stream);
        return command.ExecuteScalar() is long sequence ? sequence : 0;
    }

    public void Move(string stream, long sequence) => turn.Execute(Store, ("n", stream), ("s", sequence));

    public void Apply(IndexChange change)
    {
        foreach (var (kind, subject) in change.Clear) Clear(kind, subject);
        foreach (var key in change.Remove) Remove(key);
        if (change.Put.Count > 0) Put(change.Put);
    }

    public abstract void Empty();

    /// <summary>After much was put at once: what the engine's planner goes by.</summary>
    public virtual void Survey()
    {
    }

    protected abstract void Clear(string kind, int subject);

    protected abstract void Remove(SearchKey key);

    protected abstract void Put(IReadOnlyList<SearchDraft> drafts);
}
