using Participation.Domain.Plans;

namespace Participation.Domain.Consultations;

/// <summary>
/// Under which form a name or an address is found again: NFKC, without spaces, in one case. 髙 stays as it is written, and what is
/// kept and shown is never folded.
/// </summary>
public static class SenderFolds
{
    public static string Name(string name) => Folded.Of(name).ToUpperInvariant();

    public static string Email(string email) => Folded.Of(email).ToUpperInvariant();
}
