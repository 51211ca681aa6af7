namespace Participation.Domain.Boards;

/// <summary>A まとまり that was put into a consultation's ledger as an opinion: from either one finds the other.</summary>
public sealed class CarriedCluster
{
    CarriedCluster() { }

    public CarriedCluster(Guid cluster, string consultation, string receipt, int ordinal, DateTimeOffset now) =>
        (ClusterId, Consultation, Receipt, Ordinal, At) = (cluster, consultation, receipt, ordinal, now);

    public Guid ClusterId { get; private set; }

    /// <summary>By its slug.</summary>
    public string Consultation { get; private set; } = "";

    /// <summary>The number under which it was received, with others of its session.</summary>
    public string Receipt { get; private set; } = "";

    /// <summary>Which opinion of that receipt it is, from 1.</summary>
    public int Ordinal { get; private set; }

    public DateTimeOffset At { get; private set; }
}
