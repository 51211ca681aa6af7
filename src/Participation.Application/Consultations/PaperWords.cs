using Participation.Domain.Consultations;

namespace Participation.Application.Consultations;

/// <summary>Codes in the words of the city's papers, which are Japanese whoever prints them.</summary>
public static class PaperWords
{
    /// <summary>In the place of words that are not shown.</summary>
    public const string Withheld = "（表示していません）";

    /// <summary>In the place of a name whose key is gone.</summary>
    public const string Unreadable = "（鍵がないため読めません）";

    public static string Words(this Channel channel) => channel switch
    {
        Channel.Web => "ウェブ",
        Channel.Email => "電子メール",
        Channel.Fax => "ファクス",
        Channel.Post => "郵送",
        Channel.Counter => "窓口",
        Channel.DropBox => "意見箱",
        Channel.Meeting => "説明会・懇談会",
        Channel.Workshop => "ワークショップ",
        _ => throw new ArgumentOutOfRangeException(nameof(channel)),
    };

    public static string Words(this SubmissionStatus status) => status switch
    {
        SubmissionStatus.Accepted => "受付",
        SubmissionStatus.Late => "期限後",
        SubmissionStatus.Withdrawn => "取下げ",
        SubmissionStatus.Split => "分割済み",
        SubmissionStatus.OutOfScope => "対象外",
        SubmissionStatus.Undone => "分割取消し",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };
}
