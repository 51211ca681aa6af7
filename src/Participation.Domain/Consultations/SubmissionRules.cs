using Participation.Domain.Outcomes;

namespace Participation.Domain.Consultations;

/// <summary>What a consultation asks of a submission, beyond its shape.</summary>
public static class SubmissionRules
{
    /// <summary>More points than this are not one person's letter but a table: import it.</summary>
    public const int OpinionsAtMost = 50;

    /// <summary>Originals and parts of one submission, those taken back too.</summary>
    public const int PartsAtMost = 500;

    /// <summary>Why an opinion is out of scope.</summary>
    public const int ReasonAtMost = 500;

    /// <returns>Every fault there is, so that a form can show them all at once.</returns>
    public static IReadOnlyList<Fault> Check(
        Consultation consultation, IReadOnlyList<SenderField> required, Sender sender,
        IReadOnlyList<OpinionDraft> opinions, Func<string, bool> anchorExists)
    {
        var faults = new List<Fault>();
        if (opinions.Count == 0) faults.Add(new("opinions", "opinion-required"));
        if (opinions.Count > OpinionsAtMost) faults.Add(new("opinions", "too-many-opinions", OpinionsAtMost));
        for (var i = 0; i < opinions.Count; i++) CheckOpinion(opinions[i], $"opinions[{i}]", anchorExists, faults);
        foreach (var field in Enum.GetValues<SenderField>())
            if (!PlainText.IsClean(sender[field])) faults.Add(new(PathOf(field), "control-characters"));
        foreach (var field in required)
            if (string.IsNullOrWhiteSpace(sender[field])) faults.Add(new(PathOf(field), "required"));
        CheckChoice(SenderField.AgeBand, consultation.AgeBands, sender, faults);
        CheckChoice(SenderField.District, consultation.Districts, sender, faults);
        return faults;
    }

    /// <summary>The field's path as the API spells it: <c>sender.ageBand</c>.</summary>
    public static string PathOf(SenderField field)
    {
        var name = field.ToString();
        return $"sender.{char.ToLowerInvariant(name[0])}{name[1..]}";
    }

    static void CheckOpinion(OpinionDraft opinion, string path, Func<string, bool> anchorExists, List<Fault> faults)
    {
        if (string.IsNullOrWhiteSpace(opinion.Text)) faults.Add(new($"{path}.text", "opinion-required"));
        else if (TextLength.Exceeds(opinion.Text, TextLength.OpinionLimit))
            faults.Add(new($"{path}.text", "text-too-long", TextLength.OpinionLimit));
        if (!PlainText.IsClean(opinion.Text)) faults.Add(new($"{path}.text", "control-characters"));
        if (!PlainText.IsClean(opinion.Quote)) faults.Add(new($"{path}.quote", "control-characters"));
        if (!PlainText.IsClean(opinion.Topic)) faults.Add(new($"{path}.topic", "control-characters"));
        if (opinion.Anchor is { } anchor && !anchorExists(anchor)) faults.Add(new($"{path}.anchor", "anchor-unknown"));
    }

    static void CheckChoice(SenderField field, IReadOnlyList<string> choices, Sender sender, List<Fault> faults)
    {
        if (choices.Count > 0 && !string.IsNullOrEmpty(sender[field]) && !choices.Contains(sender[field]!))
            faults.Add(new(PathOf(field), "choice-unknown"));
    }
}
