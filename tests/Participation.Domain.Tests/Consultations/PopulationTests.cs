using Participation.Domain.Consultations;
using Participation.Domain.Live;

namespace Participation.Domain.Tests.Consultations;

public sealed class PopulationTests
{
    readonly Consultation consultation = Given.Consultation();

    [Fact]
    public void It_is_kept_and_told_of()
    {
        var given = consultation.Give(new(" 住民基本台帳 ", [new("30代", 2300)], []));
        Assert.False(given.Refused);
        Assert.Equal("住民基本台帳", consultation.Population!.Source);
        Assert.Equal(Kinds.PopulationGiven, consultation.News[^1].Kind);
        Assert.Equal("consultation.population-given", consultation.Acts[^1].Name);
    }

    [Fact]
    public void Every_row_at_fault_is_named()
    {
        var refused = consultation.Give(new("", [new("30代", -1), new("30代", 5), new("", 1)], [new("平田", int.MaxValue)])).Why!;
        Assert.Equal(
            ["source required", "byAgeBand[0].people population-negative 30代", "byAgeBand[1].name population-twice 30代", "byAgeBand[2].name required",
                "byDistrict[0].people population-too-large 平田"],
            refused.Faults.Select(f => string.Join(' ', [f.Field, f.Code, .. f.Values])));
        Assert.Null(consultation.Population);
    }

    [Fact]
    public void Nothing_at_all_is_no_population() => Assert.Equal("population-empty", consultation.Give(new("台帳", [], [])).Why!.Code);
}
