using Participation.Domain.Audit;

namespace Participation.Domain.Tests.Audit;

public class AuditHashTests
{
    static readonly DateTimeOffset At = new(2026, 1, 5, 3, 0, 0, TimeSpan.Zero);
    static readonly Act Done = new("plan.imported", "consultation:plan-2030", "{}");

    [Fact]
    public void Every_part_of_an_entry_is_in_its_hash()
    {
        byte[][] hashes =
        [
            AuditHash.Next(AuditHash.Genesis, 1, At, "staff", Done),
            AuditHash.Next(new byte[32].Select(_ => (byte)1).ToArray(), 1, At, "staff", Done),
            AuditHash.Next(AuditHash.Genesis, 2, At, "staff", Done),
            AuditHash.Next(AuditHash.Genesis, 1, At.AddTicks(1), "staff", Done),
            AuditHash.Next(AuditHash.Genesis, 1, At, "other", Done),
            AuditHash.Next(AuditHash.Genesis, 1, At, "staff", Done with { Name = "plan.removed" }),
            AuditHash.Next(AuditHash.Genesis, 1, At, "staff", Done with { Subject = "consultation:other" }),
            AuditHash.Next(AuditHash.Genesis, 1, At, "staff", Done with { Detail = """{"version":2}""" }),
        ];
        Assert.Equal(hashes.Length, hashes.Select(Convert.ToHexString).Distinct().Count());
    }

    [Fact]
    public void Words_can_not_be_moved_from_one_part_to_the_next() =>
        Assert.NotEqual(AuditHash.Next(AuditHash.Genesis, 1, At, "ab", new("c", "", "")), AuditHash.Next(AuditHash.Genesis, 1, At, "a", new("bc", "", "")));

    [Fact]
    public void The_same_instant_in_another_offset_is_the_same() =>
        Assert.Equal(AuditHash.Next(AuditHash.Genesis, 1, At, "a", Done), AuditHash.Next(AuditHash.Genesis, 1, At.ToOffset(TimeSpan.FromHours(9)), "a", Done));
}
