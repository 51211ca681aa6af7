using System.Diagnostics.CodeAnalysis;

namespace Participation.Domain.Outcomes;

/// <summary>Lets a pipeline refuse without knowing what it would have answered.</summary>
public interface IRefusable<TSelf> where TSelf : IRefusable<TSelf>
{
    static abstract TSelf Refuse(Refusal why);

    Refusal? Why { get; }
}

/// <summary>A value, or the <see cref="Refusal"/> that stands in its place.</summary>
[SuppressMessage("Usage", "CA2225", Justification = "Conversions exist so that handlers can simply return either.")]
public readonly record struct Outcome<T> : IRefusable<Outcome<T>>
{
    readonly T? value;

    Outcome(T? value, Refusal? why) => (this.value, Why) = (value, why);

    /// <summary>Why not; null when there is a value.</summary>
    public Refusal? Why { get; }

    [MemberNotNullWhen(true, nameof(Why))]
    public bool Refused => Why is not null;

    /// <summary>The value. Asking for it after a refusal is a bug, so it throws.</summary>
    public T Value => Why is null ? value! : throw new InvalidOperationException($"Refused: {Why.Code}");

    public static Outcome<T> Refuse(Refusal why) => new(default, why);

    /// <summary>For values whose type is an interface, which C# does not convert from.</summary>
    public static Outcome<T> Of(T value) => new(value, null);

    public static implicit operator Outcome<T>(T value) => new(value, null);
    public static implicit operator Outcome<T>(Refusal why) => new(default, why);
}

/// <summary>The answer of an act that has nothing to say but "done".</summary>
public readonly record struct Done
{
    public static readonly Done It;
}
