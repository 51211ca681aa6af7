using Participation.Domain.Plans;
using Xunit.Abstractions;

namespace Participation.Domain.Tests.Plans;

public sealed class RealPlanTests(ITestOutputHelper output)
{
    [RealPlanTheory]
    [InlineData(RealPlans.Kamaishi)]
    [InlineData(RealPlans.KamaishiMaking)]
    [InlineData(RealPlans.Ichinoseki)]
    public void No_character_of_a_published_plan_is_lost(string file)
    {
        var source = RealPlans.Read(file);
        var plan = RoughPlanText.Read(source);
        output.WriteLine(Trees.Draw(plan));
        Assert.Equal(RoughPlanTextPropertyTests.Kept(source), Trees.Words(plan));
    }
}
