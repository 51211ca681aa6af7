using Microsoft.EntityFrameworkCore;
using Npgsql;
using Participation.Domain.Search;

namespace Participation.Data.Search;

/// <summary>Asks the index of the engine in use.</summary>
public static class SearchQuery
{
    /// <summary>
    /// The entries of a kind that hold every term. Whoever asks joins them with the rows they stand for and takes as many as they
    /// need: both engines read them in the order of their ids and stop there.
    /// </summary>
    public static IQueryable<SearchEntry> Found(this AppDbContext db, string kind, SearchTerms terms) => db.Database.IsNpgsql()
        ? OnPostgres(db, terms).Where(e => e.Kind == kind)
        : OnSqlite(db, kind, terms);

    /// <summary>
    /// Nothing that was typed is FTS5 syntax: a folded term has letters and digits only, its pairs stand in quotes, and the whole is a
    /// parameter.
    /// </summary>
    static IQueryable<SearchEntry> OnSqlite(AppDbContext db, string kind, SearchTerms terms)
    {
        var match = string.Join(" AND ", terms.All.Select(Phrase).Prepend($"\"{SqliteSearchTables.KindWord(kind)}\""));
        return db.SearchEntries.FromSql($"""
            SELECT g.rowid AS "Id", e."Kind", e."Subject", e."Number", e."Anchor", e."Folded"
            FROM "SearchGrams" AS g CROSS JOIN "SearchEntries" AS e ON e."Id" = g.rowid WHERE g."SearchGrams" MATCH {match}
            """);
    }

    static string Phrase(string term)
    {
        // A character at the end of a word of its own may be followed by another: it is the beginning of a pair.
        var alone = term.Length is 1 || term[^2] is ' ' || (char.IsLowSurrogate(term[^1]) && (term.Length is 2 || term[^3] is ' '));
        return $"\"{string.Join(' ', alone ? Grams.Of(term) : Grams.Pairs(term))}\"{(alone ? " *" : "")}";
    }

    /// <summary>The index finds what holds all the pairs; looking into the text leaves what holds them in a row. No pattern, so nothing to escape.</summary>
    static IQueryable<SearchEntry> OnPostgres(AppDbContext db, SearchTerms terms)
    {
        var codes = new NpgsqlParameter<int[]>("codes", [.. terms.All.SelectMany(Grams.Pairs).Select(Grams.Code).Distinct()]);
        var words = new NpgsqlParameter<string[]>("words", [.. terms.All]);
        return db.SearchEntries.FromSqlRaw("""
            SELECT * FROM "SearchEntries" WHERE "Grams" @> @codes AND (SELECT bool_and(strpos("Folded", w) > 0) FROM unnest(@words) AS w)
            """, codes, words);
    }
}
