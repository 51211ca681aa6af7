using Participation.Domain.Boards;

namespace Participation.Domain.Tests.Boards;

public sealed class OrderKeyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Between_any_two_there_is_room_for_another(int seed)
    {
        var random = new Random(seed);
        var keys = new List<string>();
        for (var i = 0; i < 2000; i++)
        {
            var at = random.Next(keys.Count + 1);
            var key = OrderKey.Between(at > 0 ? keys[at - 1] : null, at < keys.Count ? keys[at] : null);
            Assert.True(OrderKey.IsValid(key), key);
            keys.Insert(at, key);
        }
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        Assert.Equal(keys.Count, keys.Distinct().Count());
    }

    [Fact]
    public void A_later_note_stands_below_and_others_fit_between()
    {
        var start = DateTimeOffset.UnixEpoch.AddYears(56);
        var keys = Enumerable.Range(0, 5000).Select(i => OrderKey.At(start.AddMilliseconds(i))).ToList();
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        Assert.All(keys.Zip(keys[1..]), pair =>
        {
            var between = OrderKey.Between(pair.First, pair.Second);
            Assert.True(string.CompareOrdinal(pair.First, between) < 0 && string.CompareOrdinal(between, pair.Second) < 0);
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("A0")]
    [InlineData("あ")]
    [InlineData(null)]
    public void What_is_no_key_is_none(string? key) => Assert.False(OrderKey.IsValid(key));
}
