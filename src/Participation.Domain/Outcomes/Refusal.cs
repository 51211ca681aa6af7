namespace Participation.Domain.Outcomes;

/// <summary>What sort of no it is; one place turns this into an HTTP status.</summary>
public enum RefusalKind
{
    Invalid,
    Unauthenticated,
    Forbidden,
    NotFound,
    Conflict,
    /// <summary>The same idempotency key came with another body.</summary>
    KeyReused,
    TooLarge,
    /// <summary>Tried too often; the first value says how many seconds to wait.</summary>
    TooOften,
}

/// <summary>One field and what is wrong with it. <paramref name="Code"/> is looked up for the words a reader sees.</summary>
/// <param name="Field">Path of the field as the API spells it: <c>opinions[1].text</c>.</param>
/// <param name="Values">Figures the words mention, in the order of their placeholders.</param>
public sealed record Fault(string Field, string Code, params object[] Values);

/// <summary>A no that is part of the game: a value, not an exception. <paramref name="Code"/> is stable (urn:participation:CODE).</summary>
public sealed record Refusal(RefusalKind Kind, string Code, params object[] Values)
{
    public static readonly Refusal NotFound = new(RefusalKind.NotFound, "not-found");
    public static readonly Refusal SignInRequired = new(RefusalKind.Unauthenticated, "sign-in-required");
    public static readonly Refusal NotAllowed = new(RefusalKind.Forbidden, "not-allowed");
    /// <summary>The token was issued for less.</summary>
    public static readonly Refusal TokenScope = new(RefusalKind.Forbidden, "token-scope");
    public static readonly Refusal ChangedMeanwhile = new(RefusalKind.Conflict, "changed-meanwhile");
    public static readonly Refusal KeyReused = new(RefusalKind.KeyReused, "key-reused");

    /// <summary>Every field at fault, so that a form can show them all at once. Empty when no field is to blame.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>A refusal named after its first fault and carrying them all.</summary>
    public static Refusal Invalid(IReadOnlyList<Fault> faults) =>
        new(RefusalKind.Invalid, faults[0].Code, faults[0].Values) { Faults = faults };

    public static Refusal Invalid(string field, string code, params object[] values) => Invalid([new Fault(field, code, values)]);

    public static Refusal Conflict(string code, params object[] values) => new(RefusalKind.Conflict, code, values);
}
