namespace Participation.Domain.Eligibility;

/// <summary>名簿: who may take part, as keyed hashes of what each knows of themselves; nobody can read who stands in it.</summary>
public sealed class Roll : Aggregate
{
    public const int RowsAtMost = 200_000;

    Roll() { }

    public Roll(string name, IReadOnlyCollection<byte[]> proofs, DateTimeOffset until, DateTimeOffset now)
    {
        (Id, Name, People, Until, At) = (Guid.CreateVersion7(now), name, proofs.Count, until, now);
        Entries = [.. proofs.Select(proof => new RollEntry(Id, proof))];
        Log("eligibility.roll-given", $"roll:{Id}", $$"""{"people":{{People}}}""");
    }

    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";
    public int People { get; private set; }
    public DateTimeOffset At { get; private set; }
    public DateTimeOffset Until { get; private set; }
    public IReadOnlyCollection<RollEntry> Entries { get; private set; } = [];

    /// <summary>It proves nothing any more; what was proven by it stands.</summary>
    public void Close(DateTimeOffset now)
    {
        Until = now;
        Log("eligibility.roll-closed", $"roll:{Id}");
    }
}

/// <param name="Proof">Keyed hash of <see cref="PersonalFacts.Proof"/>.</param>
public sealed record RollEntry(Guid RollId, byte[] Proof);
