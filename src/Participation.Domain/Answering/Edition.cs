using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Participation.Domain.Consultations;
using Participation.Domain.Live;

namespace Participation.Domain.Answering;

/// <summary>
/// 公表した結果: what was published on a day, row by row, never changed afterwards. A correction is the next edition; the older ones
/// stay readable. Its hash says years later that it is the same.
/// </summary>
public sealed class Edition : Aggregate
{
    public const int ReasonAtMost = 500;

    readonly List<EditionRow> rows = [];
    readonly List<EditionRevision> revisions = [];

    Edition() { }

    public Guid Id { get; private set; }
    public int ConsultationId { get; private set; }

    /// <summary>1 for the first publication.</summary>
    public int Number { get; private set; }

    public DateTimeOffset At { get; private set; }
    public string By { get; private set; } = "";

    /// <summary>Why it was corrected; null for the first.</summary>
    public string? Reason { get; private set; }

    public int Submitters { get; private set; }
    public int Opinions { get; private set; }
    public int Late { get; private set; }
    public int OutOfScope { get; private set; }

    /// <summary>How many rows there are, so that no page counts them.</summary>
    public int RowCount { get; private set; }

    /// <summary>件数 by 反映区分.</summary>
    public IReadOnlyList<ReflectionCount> Reflections { get; private set; } = [];

    /// <summary>How they were distributed on that day; none in an edition of before these were kept.</summary>
    public IReadOnlyList<EditionCount> Figures { get; private set; } = [];

    /// <summary>The versions of the plan before and after it.</summary>
    public int PlanBefore { get; private set; }

    public int PlanAfter { get; private set; }

    /// <summary>SHA-256 of all that it says.</summary>
    public string Hash { get; private set; } = "";

    public IReadOnlyList<EditionRow> Rows => rows;

    public IReadOnlyList<EditionRevision> Revisions => revisions;

    /// <param name="before">The edition that it corrects.</param>
    public static Edition Of(Consultation consultation, EditionContents contents, Edition? before, string? reason, string by, DateTimeOffset now)
    {
        List<string> codes = [.. consultation.ReflectionCodes];
        var edition = new Edition
        {
            Id = Guid.CreateVersion7(now), ConsultationId = consultation.Id, Number = (before?.Number ?? 0) + 1, At = now, By = by, Reason = reason,
            Submitters = contents.Submitters, Opinions = contents.Opinions, Late = contents.Late, OutOfScope = contents.OutOfScope,
            Figures = contents.Figures ?? [], PlanBefore = contents.PlanBefore, PlanAfter = contents.PlanAfter, RowCount = contents.Rows.Count,
            Reflections = [.. contents.Rows.Where(r => r.Reflection is not null).GroupBy(r => r.Reflection!).Select(g => new ReflectionCount(g.Key, g.Sum(r => r.Opinions)))
                .OrderBy(r => codes.IndexOf(r.Code))],
            Hash = HashOf(contents),
        };
        edition.rows.AddRange(contents.Rows);
        edition.revisions.AddRange(contents.Revisions);
        edition.Count(edition.Counted(+1).Concat(before?.Counted(-1) ?? []));
        edition.Log("result.published", consultation.Stream, $$"""{"edition":{{edition.Number}},"hash":"{{edition.Hash}}"}""");
        edition.Tell(consultation.Stream, Kinds.ResultPublished, $$"""{"edition":{{edition.Number}}}""");
        return edition;
    }

    /// <summary>Of the words and figures alone, in their order: the same contents have the same hash wherever they are stored.</summary>
    public static string HashOf(EditionContents contents) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(contents))));

    IEnumerable<TallyChange> Counted(int sign) => Reflections.Select(r => new TallyChange(ConsultationId, TallyDimension.Reflection, r.Code, 0, sign * r.Opinions));
}

/// <summary>件数 of one 反映区分.</summary>
public sealed record ReflectionCount(string Code, int Opinions);

/// <summary>All that an edition says.</summary>
/// <param name="Figures">In the order of their dimensions and keys; null as in an edition of before these were kept, whose hash stays what it was.</param>
public sealed record EditionContents(
    int Submitters, int Opinions, int Late, int OutOfScope, int PlanBefore, int PlanAfter, IReadOnlyList<EditionRow> Rows, IReadOnlyList<EditionRevision> Revisions,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<EditionCount>? Figures = null);
