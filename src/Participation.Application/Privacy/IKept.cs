using Participation.Data.People;
using Participation.Domain.Outcomes;

namespace Participation.Application.Privacy;

/// <summary>
/// What one subject of the house keeps about a person. A table that names an account belongs to one of these, or a test says so:
/// nothing is kept that its owner is not shown.
/// </summary>
interface IKept
{
    /// <summary>Its name in the file that its owner gets.</summary>
    string Name { get; }

    /// <summary>The rows it answers for.</summary>
    IReadOnlyList<Type> Of { get; }

    /// <summary>All of it, as its owner may read it: never a secret, and nothing of anybody else's.</summary>
    Task<object> Read(User person, CancellationToken ct);

    /// <summary>Takes it away, to be saved with the account's own end. What refers to the account in the database goes with it by itself.</summary>
    /// <returns>Why the account can't go; null when it can.</returns>
    Task<Refusal?> Remove(User person, Gone gone, CancellationToken ct) => Task.FromResult<Refusal?>(null);
}
