using Participation.Domain.Boards;

namespace Participation.Domain.Tests.Boards;

public sealed class HalvesTests
{
    [Theory]
    [InlineData("上\n\n下", "上", "下")]
    [InlineData("上\r\n\r\n下\r\n", "上", "下")]
    [InlineData("上\n二行目\n \n\n　\n下", "上\n二行目", "下")]
    [InlineData("上\n下", null, null)]
    [InlineData("\n\n上下\n\n", null, null)]
    [InlineData("上\n\n中\n\n下", null, null)]
    [InlineData(null, null, null)]
    public void A_text_has_two_halves_where_one_empty_line_says_so(string? text, string? first, string? second) =>
        Assert.Equal((first, second), NoteText.Halves(text));
}
