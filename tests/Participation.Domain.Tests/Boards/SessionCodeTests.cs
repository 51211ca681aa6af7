using Participation.Domain.Boards;

namespace Participation.Domain.Tests.Boards;

public sealed class SessionCodeTests
{
    [Fact]
    public void A_code_is_read_however_it_was_typed_and_a_wrong_digit_shows()
    {
        var code = SessionCode.New();
        Assert.Equal(code, SessionCode.Parse(SessionCode.Shown(code)));
        Assert.Equal(code, SessionCode.Parse(string.Concat(code.Select(d => (char)(d - '0' + '０'))) + " "));
        for (var i = 0; i < code.Length; i++)
            for (var digit = '0'; digit <= '9'; digit++)
                if (digit != code[i]) Assert.Null(SessionCode.Parse(code[..i] + digit + code[(i + 1)..]));
        Assert.All(new[] { null, "", "12", "abcdefg", new string('1', 99) }, text => Assert.Null(SessionCode.Parse(text)));
    }

    [Fact]
    public void An_edit_key_makes_a_different_hash_for_each_thing_and_shows_itself_in_no_log()
    {
        var key = EditKey.New();
        Assert.Equal(key, EditKey.Parse(key.Value));
        Assert.NotEqual(key.HashFor("a"), key.HashFor("b"));
        Assert.DoesNotContain(key.Value, $"{key}", StringComparison.Ordinal);
        Assert.All(new[] { null, "", "short", new string('+', 24) }, text => Assert.Null(EditKey.Parse(text)));
    }
}
