using Participation.Domain.Ledger;

namespace Participation.Domain.Consultations;

/// <summary>What staff lay beside an opinion: it is a part of another, some of it is masked, it is out of scope.</summary>
public sealed partial class Opinion
{
    /// <summary>A stretch of another opinion, as an opinion of its own.</summary>
    internal Opinion(Opinion whole, TextStretch stretch, int ordinal, string? anchor, string? section, SubmissionStatus status, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        (SubmissionId, ConsultationId, ReceivedAt, Channel) = (whole.SubmissionId, whole.ConsultationId, whole.ReceivedAt, whole.Channel);
        (Ordinal, Status, Anchor, Section, Topic, Withheld) = (ordinal, status, anchor, section, whole.Topic, whole.Withheld);
        (PartOf, PartStart, PartLength, Text) = (whole.Id, stretch.Start, stretch.Length, stretch.In(whole.Text));
        Hide([.. whole.Masked.Where(m => m.Overlaps(stretch)).Select(m => Within(m, stretch))]);
    }

    /// <summary>The opinion it was split from; null for an original.</summary>
    public Guid? PartOf { get; private set; }

    public int? PartStart { get; private set; }
    public int? PartLength { get; private set; }

    /// <summary>What is shown in the place of <see cref="Text"/>; null while nothing is masked.</summary>
    public string? MaskedText { get; private set; }

    /// <summary>What of it is masked (<see cref="TextStretches"/>).</summary>
    public string? Masks { get; private set; }

    /// <summary>The quote is not shown, though nothing in the words is masked: it can tell a name that they don't.</summary>
    public bool QuoteHidden { get; private set; }

    /// <summary>Why it is out of scope.</summary>
    public string? ScopeReason { get; private set; }

    /// <summary>Counts what staff change; of two who change it at once the later is told.</summary>
    public int DeskVersion { get; private set; }

    public IReadOnlyList<TextStretch> Masked => TextStretches.Read(Masks)!;

    public TextStretch? Part => PartOf is null ? null : new TextStretch(PartStart!.Value, PartLength!.Value);

    /// <summary>Whether it is counted where its submission is.</summary>
    public bool Counts => Status is SubmissionStatus.Accepted or SubmissionStatus.Late;

    internal void Hide(IReadOnlyList<TextStretch> stretches, bool quote)
    {
        QuoteHidden = quote && !string.IsNullOrEmpty(Quote);
        Hide(stretches);
    }

    void Hide(IReadOnlyList<TextStretch> stretches)
    {
        var joined = TextStretches.Joined(stretches);
        (Masks, MaskedText) = (TextStretches.Write(joined), joined.Count is 0 ? null : TextStretches.Hide(Text, joined));
        DeskVersion++;
    }

    internal void Become(SubmissionStatus status, string? why = null)
    {
        (Status, ScopeReason) = (status, why);
        DeskVersion++;
    }

    /// <summary>What was masked in a part stays masked in the whole.</summary>
    internal void TakeMasksOf(Opinion part) =>
        Hide([.. Masked, .. part.Masked.Select(m => new TextStretch(m.Start + part.PartStart!.Value, m.Length))]);

    static TextStretch Within(TextStretch mask, TextStretch stretch)
    {
        var (start, end) = (Math.Max(mask.Start, stretch.Start), Math.Min(mask.End, stretch.End));
        return new(start - stretch.Start, end - start);
    }
}
