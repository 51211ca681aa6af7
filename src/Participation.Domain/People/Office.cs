using Participation.Domain.Outcomes;

namespace Participation.Domain.People;

/// <summary>担当課: a part of the city's administration that staff belong to. One that is no more is closed, never removed.</summary>
public sealed class Office : Aggregate
{
    public const int NameAtMost = 100;

    Office() { }

    public int Id { get; private set; }
    public string Name { get; private set; } = "";
    public DateTimeOffset? ClosedAt { get; private set; }
    public int Version { get; private set; }

    public static Outcome<Office> Open(string name)
    {
        var office = new Office();
        var named = office.Rename(name);
        return named.Refused ? named.Why : office;
    }

    public Outcome<Done> Rename(string name)
    {
        name = name.Trim();
        if (name.Length is 0) return Refusal.Invalid("name", "required");
        if (name.Length > NameAtMost) return Refusal.Invalid("name", "field-too-long", NameAtMost);
        Name = name;
        Version++;
        Log("office.named", Subject);
        return Done.It;
    }

    /// <summary>Nobody new is put into it; who belongs to it stays.</summary>
    public Outcome<Done> Close(DateTimeOffset now)
    {
        if (ClosedAt is not null) return Refusal.Conflict("office-closed");
        ClosedAt = now;
        Version++;
        Log("office.closed", Subject);
        return Done.It;
    }

    /// <summary>Undoes the closing.</summary>
    public void Reopen()
    {
        if (ClosedAt is null) return;
        ClosedAt = null;
        Version++;
        Log("office.reopened", Subject);
    }

    // Its number is given by the database, after this is noted.
    string Subject => $"office:{Name}";
}
