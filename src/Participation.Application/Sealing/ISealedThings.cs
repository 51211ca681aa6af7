using Participation.Data;

namespace Participation.Application.Sealing;

/// <summary>A kind of thing that is kept sealed for long, and can be sealed anew.</summary>
interface ISealedThings
{
    /// <summary>What staff and operators call them, in a line of the log.</summary>
    string Name { get; }

    /// <summary>Looks at some that another key sealed than the newest, and seals anew those that open. Saving is left to whoever asked.</summary>
    /// <param name="skip">So many, of those it would find, were looked at before and stay as they are.</param>
    Task<Resealed> Reseal(AppDbContext db, SealKey newest, int skip, int atMost, CancellationToken ct);

    /// <summary>How many a key sealed.</summary>
    Task<int> CountOf(AppDbContext db, SealKey key, CancellationToken ct);
}

/// <param name="Looked">None: there are no more.</param>
/// <param name="Anew">Of those, how many are sealed anew.</param>
/// <param name="Stay">Of those, how many would be found again.</param>
readonly record struct Resealed(int Looked, int Anew, int Stay);
