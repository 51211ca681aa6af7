using Microsoft.AspNetCore.Identity;
using Participation.Data.People;

namespace Participation.Application.People;

/// <summary>Refuses what is tried first: the address itself, rows of keys, the word password.</summary>
sealed class GuessablePasswords(AccountSeal accounts) : IPasswordValidator<User>
{
    public const string Code = "PasswordGuessable";

    static readonly string[] TriedFirst = ["password", "passw0rd", "12345678", "123123123", "abcdefgh", "qwertyui", "asdfghjk", "1q2w3e4r", "letmein"];

    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password)
    {
        var plain = (password ?? "").ToLowerInvariant();
        var own = accounts.Open(user).Email.ToLowerInvariant().Split('@')[0];
        // What remains once the guessable part is taken away must still be something.
        var rest = TriedFirst.Append(own).Where(part => part.Length >= 4).Aggregate(plain, (left, part) => left.Replace(part, "", StringComparison.Ordinal));
        return Task.FromResult(rest.Length >= plain.Length || rest.Length >= Accounts.PasswordAtLeast - 4
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityError { Code = Code }));
    }
}
