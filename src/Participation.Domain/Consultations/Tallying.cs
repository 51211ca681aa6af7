using System.Globalization;
using Participation.Domain.Time;

namespace Participation.Domain.Consultations;

/// <summary>By what opinions are counted.</summary>
public enum TallyDimension
{
    Total,
    Late,
    OutOfScope,
    Channel,
    Section,
    AgeBand,
    District,
    Topic,
    /// <summary>反映区分, once the result is published.</summary>
    Reflection,
    /// <summary>受領日 in Tokyo, as yyyy-MM-dd.</summary>
    Day,
    /// <summary>What the ledger's filters find, in submissions (<see cref="Ledger.LedgerCounts"/>).</summary>
    Ledger,
}

/// <summary>A step of one count. An empty <paramref name="Key"/> is 不明: not stated.</summary>
public sealed record TallyChange(int ConsultationId, TallyDimension Dimension, string Key, int Submitters, int Opinions);

/// <summary>How a submission counts (提出者数 and 件数 apart). Late ones count in their own list only, withdrawn ones and those keyed in by mistake nowhere.</summary>
public static class Tallying
{
    public static IEnumerable<TallyChange> Of(Submission submission, int sign)
    {
        TallyChange By(TallyDimension dimension, string? key, int opinions) =>
            new(submission.ConsultationId, dimension, key ?? "", sign, sign * opinions);

        if (submission.Status is SubmissionStatus.Withdrawn || submission.VoidedAt is not null) yield break;
        // Split originals and parts taken back count nowhere; whoever sent what is out of scope is a sender all the same.
        var counted = submission.Opinions.Where(o => o.Status == submission.Status).ToList();
        var (all, outside) = (counted.Count, submission.Opinions.Count(o => o.Status is SubmissionStatus.OutOfScope));
        if (outside > 0) yield return By(TallyDimension.OutOfScope, null, outside);
        if (submission.Status is SubmissionStatus.Late)
        {
            yield return By(TallyDimension.Late, null, all);
            yield break;
        }
        yield return By(TallyDimension.Total, null, all);
        yield return By(TallyDimension.Channel, submission.Channel.ToString(), all);
        yield return By(TallyDimension.AgeBand, submission.AgeBand, all);
        yield return By(TallyDimension.District, submission.District, all);
        yield return By(TallyDimension.Day, DayOf(submission).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), all);
        foreach (var section in counted.GroupBy(o => o.Section))
            yield return By(TallyDimension.Section, section.Key, section.Count());
        foreach (var topic in counted.Where(o => o.Topic is not null).GroupBy(o => o.Topic))
            yield return By(TallyDimension.Topic, topic.Key, topic.Count());
    }

    /// <summary>Paper counts on the day it reached the city, not on the day somebody keyed it in.</summary>
    static DateOnly DayOf(Submission submission) => submission.ReceivedOn ?? JapanTime.DayOf(submission.ReceivedAt, JapanTime.Zone);
}
