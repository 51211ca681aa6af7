namespace Participation.Domain.Answering;

/// <summary>How far an office is. <paramref name="Office"/> is null for what no office has in hand.</summary>
public sealed record AnswerProgress(int? Office, int Blank, int Drafted, int SentBack, int Checked, int Approved)
{
    public int All => Blank + Drafted + SentBack + Checked + Approved;

    public int Open => All - Approved;
}
