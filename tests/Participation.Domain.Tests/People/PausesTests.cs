using Participation.Domain.People;

namespace Participation.Domain.Tests.People;

public sealed class PausesTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 0)]
    [InlineData(5, 2)]
    [InlineData(6, 4)]
    [InlineData(7, 8)]
    [InlineData(13, 512)]
    [InlineData(14, 900)]
    [InlineData(int.MaxValue, 900)]
    public void Every_failure_after_the_free_ones_doubles_the_wait_up_to_a_quarter_of_an_hour(int failures, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Pauses.After(failures));

    [Fact]
    public void What_is_forgiven_takes_longer_than_the_longest_wait() => Assert.True(Pauses.Memory > Pauses.Longest);
}
