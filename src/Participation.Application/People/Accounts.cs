using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Participation.Data.People;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.People;

/// <summary>Identity's accounts as this house has them (docs/adr/0013-accounts.md).</summary>
static class Accounts
{
    public const int PasswordAtLeast = 12;

    /// <summary>Longer ones are hashed as slowly, and nobody types them.</summary>
    public const int PasswordAtMost = 200;

    public const int NameAtMost = 80;
    public const int EmailAtMost = 254;

    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddDataProtection();
        services.AddIdentityCore<User>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                // Length is what helps; rules about kinds of characters only make people write passwords down.
                identity.Password.RequiredLength = PasswordAtLeast;
                identity.Password.RequiredUniqueChars = 5;
                identity.Password.RequireNonAlphanumeric = identity.Password.RequireDigit = false;
                identity.Password.RequireLowercase = identity.Password.RequireUppercase = false;
                // Who fails waits (SignInPaces); an account that can be locked can be locked by others.
                identity.Lockout.AllowedForNewUsers = false;
            })
            .AddUserStore<PeopleStore>()
            .AddPasswordValidator<GuessablePasswords>()
            .AddDefaultTokenProviders();
        services.Configure<DataProtectionTokenProviderOptions>(tokens => tokens.TokenLifespan = TimeSpan.FromHours(3));
        services.AddSingleton<SignInPaces>();
        services.AddSingleton<RegistrationTickets>();
        services.AddScoped<AccountPost>();
        services.AddScoped<OwnAccount>();
        services.AddScoped<SecondSteps>();
        return services;
    }

    /// <summary>What Identity did not take, field by field; null when it took it.</summary>
    public static Refusal? RefusalOf(this IdentityResult result) =>
        result.Succeeded ? null : Refusal.Invalid([.. result.Errors.Select(FaultOf).DistinctBy(fault => fault.Code)]);

    static Fault FaultOf(IdentityError error) => error.Code switch
    {
        nameof(IdentityErrorDescriber.PasswordTooShort) => new("password", "password-short", PasswordAtLeast),
        nameof(IdentityErrorDescriber.PasswordRequiresUniqueChars) or GuessablePasswords.Code => new("password", "password-guessable"),
        nameof(IdentityErrorDescriber.PasswordMismatch) => new("current", "password-wrong"),
        nameof(IdentityErrorDescriber.InvalidToken) => new("link", "link-over"),
        nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName) => new("email", "already-registered"),
        nameof(IdentityErrorDescriber.InvalidEmail) or nameof(IdentityErrorDescriber.InvalidUserName) => new("email", "email-shape"),
        _ => throw new InvalidOperationException($"Identity refused with {error.Code}."),
    };

    public static AccountDeed DeedOf(this User user, AccountDeedKind kind, TimeProvider clock) => new(user.Id, kind, clock.GetUtcNow());
}
