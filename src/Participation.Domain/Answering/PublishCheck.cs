using Participation.Domain.Consultations;
using Participation.Domain.Ledger;
using Participation.Domain.Masking;
using Participation.Domain.Outcomes;

namespace Participation.Domain.Answering;

/// <summary>One group with its response, as it would be published.</summary>
public sealed record AnswerItem(int Number, int Total, Response? Response);

/// <summary>Something that stands in the way of publication.</summary>
/// <param name="Code">A refusal's code.</param>
/// <param name="Numbers">The groups that it is about.</param>
public sealed record Obstacle(string Code, IReadOnlyList<int> Numbers);

/// <summary>What may tell who somebody is, in words that would be published. It offers some that are none: a person looks.</summary>
/// <param name="Kind">Null for words that were masked in an opinion.</param>
public sealed record PersonalDataFound(int Number, string Words, PersonalDataKind? Kind);

/// <summary>公表前の確認: what still stands in the way.</summary>
/// <param name="Ungrouped">Opinions that no row would answer.</param>
public sealed record PublishCheck(IReadOnlyList<Obstacle> Obstacles, int Ungrouped, IReadOnlyList<PersonalDataFound> Found)
{
    public bool MayPublish => Obstacles.Count is 0 && Ungrouped is 0;

    public static PublishCheck Of(Consultation consultation, IReadOnlyList<AnswerItem> items, int ungrouped, IReadOnlySet<string> anchors, MaskedWords masked)
    {
        List<Obstacle> obstacles = [];
        void Add(string code, IEnumerable<AnswerItem> about)
        {
            if (about.Select(i => i.Number).Order().ToList() is { Count: > 0 } numbers) obstacles.Add(new(code, numbers));
        }
        var lacking = items.ToLookup(i => i.Response is null ? "answer-blank" : i.Response.Lacks(consultation));
        foreach (var code in (string[])["answer-blank", "summary-blank", "reflection-blank"]) Add(code, lacking[code]);
        Add("answer-unapproved", lacking[null].Where(i => i.Response!.State is not ResponseState.Approved));
        Add("answer-total-changed", items.Where(i => i.Response is { State: ResponseState.Approved } r && r.ApprovedTotal != i.Total));
        // After the first publication what it changed is changed already.
        if (consultation.PublishedAt is null) Add("plan-changed", items.Where(i => i.Response?.Words.Rewrites.Any(c => !anchors.Contains(c.Anchor)) is true));
        Add("passage-two-ways", items.SelectMany(i => (i.Response?.Words.Rewrites ?? []).Select(c => (Item: i, Change: c))).GroupBy(c => c.Change.Anchor)
            .Where(g => g.Select(c => c.Change.After.Trim()).Distinct().Count() > 1).SelectMany(g => g.Select(c => c.Item)).Distinct());
        return new(obstacles, ungrouped, [.. items.SelectMany(item => Personal(item, masked))]);
    }

    /// <param name="looked">How many places of personal data somebody has looked at and found to be none.</param>
    public Refusal? Refuse(int looked) =>
        Ungrouped > 0 ? Refusal.Conflict("opinions-ungrouped", Ungrouped)
        : Obstacles is [var first, ..] ? Refusal.Conflict(first.Code, string.Join(", ", first.Numbers))
        : Found.Count != looked ? Refusal.Conflict("personal-data-unseen", string.Join(", ", Found.Select(f => f.Number).Distinct()))
        : null;

    static IEnumerable<PersonalDataFound> Personal(AnswerItem item, MaskedWords masked)
    {
        if (item.Response?.Words is not { } words) yield break;
        foreach (var text in new[] { words.Summary, words.Text })
        {
            var formed = PersonalDataFinder.In(text);
            foreach (var each in formed) yield return new(item.Number, text.Substring(each.Start, each.Length), each.Kind);
            foreach (var each in masked.In(text).Where(m => !formed.Any(f => m.Overlaps(new TextStretch(f.Start, f.Length))))) yield return new(item.Number, each.In(text), null);
        }
    }
}
