using FsCheck;
using FsCheck.Fluent;
using Participation.Domain.Consultations;

namespace Participation.Domain.Tests.Consultations;

public sealed class SmallCellsTests
{
    static Gen<int[]> Tables =>
        from size in Gen.Choose(0, 5)
        from table in Gen.Frequency((3, Gen.Choose(0, 4)), (1, Gen.Choose(5, 7))).ArrayOf(size)
        select table;

    static void Holds(Func<int[], bool> rule) => Prop.ForAll(Tables.ToArbitrary(), rule).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Theory]
    [InlineData("9 12 7 8", "9 12 7 8")]
    [InlineData("9 12 3 2", "9 12 - -")]
    [InlineData("9 12 3 8", "9 12 - -")]
    [InlineData("9 12 2 1", "- 12 - -")]
    [InlineData("9 12 0 0", "9 12 0 0")]
    [InlineData("9 12 0 3", "- 12 - -")]
    [InlineData("4 4 9 12", "- - - 12")]
    [InlineData("8 8 3 20", "- - - 20")]
    [InlineData("1 2", "- -")]
    [InlineData("3", "3")]
    [InlineData("0 0", "0 0")]
    public void What_is_under_five_is_hidden_and_what_would_give_it_away(string people, string shown)
    {
        var counts = people.Split(' ').Select(int.Parse).ToArray();
        Assert.Equal(shown, string.Join(' ', SmallCells.Hide(counts).Select((hidden, i) => hidden ? "-" : $"{counts[i]}")));
    }

    [Fact]
    public void No_group_of_one_to_four_is_shown_beside_others() => Holds(table =>
        table.Length < 2 || SmallCells.Hide(table).Zip(table).All(cell => cell.First || cell.Second is 0 or >= SmallCells.Least));

    [Fact]
    public void What_is_hidden_together_is_no_small_group_itself_unless_nothing_is_shown() => Holds(table =>
    {
        var hidden = SmallCells.Hide(table);
        return hidden.All(h => h) || !hidden.Any(h => h) || Sum(table, hidden) >= SmallCells.Least;
    });

    [Fact]
    public void No_hidden_figure_follows_from_the_total_the_shown_ones_and_the_rule() => Holds(table =>
    {
        var hidden = SmallCells.Hide(table);
        if (!hidden.Any(h => h)) return true;
        var seen = table.Select(_ => new HashSet<int>()).ToArray();
        foreach (var other in Fillings(table, hidden, 0, Sum(table, hidden)))
            if (SmallCells.Hide(other).SequenceEqual(hidden))
                for (var i = 0; i < table.Length; i++) seen[i].Add(other[i]);
        return hidden.Select((h, i) => !h || seen[i].Count > 1).All(safe => safe);
    });

    /// <summary>Every table with the same shown cells and the same sum of hidden ones.</summary>
    static IEnumerable<int[]> Fillings(int[] table, IReadOnlyList<bool> hidden, int from, int left)
    {
        var at = Enumerable.Range(from, table.Length - from).FirstOrDefault(i => hidden[i], -1);
        if (at < 0) return left is 0 ? [table] : [];
        return Enumerable.Range(0, left + 1).SelectMany(value => Fillings([.. table[..at], value, .. table[(at + 1)..]], hidden, at + 1, left - value));
    }

    static int Sum(int[] table, IReadOnlyList<bool> hidden) => table.Where((_, i) => hidden[i]).Sum();
}
