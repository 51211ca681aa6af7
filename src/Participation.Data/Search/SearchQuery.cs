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
    public static IQueryable<SearchEntry> Found(this AppDbContext db, string kind, SearchTerms terms, SearchWithin? within = null) => db.Database.IsNpgsql()
        ? OnPostgres(db, kind, terms, within ?? SearchWithin.Everything).Where(e => e.Kind == kind)
        : OnSqlite(db, kind, terms, within ?? SearchWithin.Everything);

    /// <summary>
    /// For so many of them, whichever they are: SQLite reads them in the order given and stops there; PostgreSQL would first look at all
    /// that hold a common word and sort them, and to a constant it need not.
    /// </summary>
    public static IOrderedQueryable<T> InAnyOrder<T>(this AppDbContext db, IOrderedQueryable<T> found) => db.Database.IsNpgsql() ? found.OrderBy(_ => 1) : found;

    /// <summary>
    /// Nothing that was typed is FTS5 syntax: a folded term has letters and digits only, its pairs stand in quotes, and the whole is a
    /// parameter.
    /// </summary>
    static IQueryable<SearchEntry> OnSqlite(AppDbContext db, string kind, SearchTerms terms, SearchWithin within)
    {
        var match = string.Join(" AND ", [.. Marks(kind, within).Select(either => $"({string.Join(" OR ", either.Select(mark => $"\"{mark}\""))})"), .. terms.All.Select(Phrase)]);
        return db.SearchEntries.FromSql($"""
            SELECT g.rowid AS "Id", e."Kind", e."Subject", e."Number", e."Anchor", e."Channel", e."Folded"
            FROM "SearchGrams" AS g CROSS JOIN "SearchEntries" AS e ON e."Id" = g.rowid WHERE g."SearchGrams" MATCH {match}
            """);
    }

    /// <summary>One of each must be there.</summary>
    static IEnumerable<IEnumerable<string>> Marks(string kind, SearchWithin within)
    {
        yield return [SearchMarks.Kind(kind)];
        if (within.Channel is { } channel) yield return [SearchMarks.Channel(channel.ToString())];
        if (within.Subjects.Count > 0) yield return within.Subjects.Select(SearchMarks.Subject);
    }

    static string Phrase(string term)
    {
        // A character at the end of a word of its own may be followed by another: it is the beginning of a pair.
        var alone = term.Length is 1 || term[^2] is ' ' || (char.IsLowSurrogate(term[^1]) && (term.Length is 2 || term[^3] is ' '));
        return $"\"{string.Join(' ', alone ? Grams.Of(term) : Grams.Pairs(term))}\"{(alone ? " *" : "")}";
    }

    /// <summary>Every other pair and the last hold each of a term's characters: of a sentence, the index reads half as many lists.</summary>
    static IEnumerable<string> Covering(string term)
    {
        var pairs = Grams.Pairs(term);
        return pairs.Where((_, i) => i % 2 is 0 || i == pairs.Count - 1);
    }

    /// <summary>The index finds what holds the pairs; looking into the text leaves what holds them in a row. No pattern, so nothing to escape.</summary>
    static IQueryable<SearchEntry> OnPostgres(AppDbContext db, string kind, SearchTerms terms, SearchWithin within)
    {
        var marks = Marks(kind, within).Select(either => either.ToList()).ToLookup(either => either.Count is 1);
        var codes = new NpgsqlParameter<int[]>("codes", [.. terms.All.SelectMany(Covering).Concat(marks[true].Select(m => m[0])).Select(Grams.Code).Distinct()]);
        var words = new NpgsqlParameter<string[]>("words", [.. terms.All]);
        const string All = """SELECT * FROM "SearchEntries" WHERE "Grams" @> @codes AND (SELECT bool_and(strpos("Folded", w) > 0) FROM unnest(@words) AS w)""";
        if (marks[false].SingleOrDefault() is not { } several) return db.SearchEntries.FromSqlRaw(All, codes, words);
        return db.SearchEntries.FromSqlRaw($"""{All} AND "Grams" && @several""", codes, words, new NpgsqlParameter<int[]>("several", [.. several.Select(Grams.Code)]));
    }
}
