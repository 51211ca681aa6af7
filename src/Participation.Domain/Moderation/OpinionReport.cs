namespace Participation.Domain.Moderation;

/// <summary>Somebody's report on an opinion. One person counts once.</summary>
/// <param name="Reporter">Keyed hash of the account or the network; nobody can be found by it.</param>
public sealed record OpinionReport(Guid OpinionId, byte[] Reporter, Withheld Why, string Words, DateTimeOffset At)
{
    public const int WordsAtMost = 500;
}
