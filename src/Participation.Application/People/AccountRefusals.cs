using FluentValidation;
using Participation.Domain.Outcomes;

namespace Participation.Application.People;

/// <summary>The noes that several account requests share, and the shapes they ask for.</summary>
static class AccountRefusals
{
    /// <summary>Nobody has said where the site is (Site:Address), so no link can be mailed.</summary>
    public static readonly Refusal NoAddress = Refusal.Conflict("site-address-missing");

    /// <summary>Whose account it is can't be read, and must not be written over.</summary>
    public static readonly Refusal KeyGone = Refusal.Conflict("account-key-gone");

    public static readonly Refusal LinkOver = Refusal.Invalid("link", "link-over");

    public static Refusal TryLater(TimeSpan wait) => new(RefusalKind.TooOften, "try-later", (int)Math.Ceiling(wait.TotalSeconds));

    public static IRuleBuilderOptions<T, string> IsAddress<T>(this IRuleBuilder<T, string> rule) => rule
        .NotEmpty().WithErrorCode("required")
        .MaximumLength(Accounts.EmailAtMost).WithErrorCode("field-too-long").WithState(_ => new object[] { Accounts.EmailAtMost })
        .EmailAddress().WithErrorCode("email-shape");

    public static IRuleBuilderOptions<T, string> IsName<T>(this IRuleBuilder<T, string> rule) => rule
        .NotEmpty().WithErrorCode("required")
        .MaximumLength(Accounts.NameAtMost).WithErrorCode("field-too-long").WithState(_ => new object[] { Accounts.NameAtMost });

    /// <summary>Its strength is Identity's to judge.</summary>
    public static IRuleBuilderOptions<T, string> IsPassword<T>(this IRuleBuilder<T, string> rule) => rule
        .NotEmpty().WithErrorCode("required")
        .MaximumLength(Accounts.PasswordAtMost).WithErrorCode("field-too-long").WithState(_ => new object[] { Accounts.PasswordAtMost });
}
