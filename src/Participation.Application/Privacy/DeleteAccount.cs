using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.People;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.Privacy;

namespace Participation.Application.Privacy;

/// <summary>アカウントを削除する. Whatever was signed in is a stranger at its next click; a receipt is still found by number and secret.</summary>
/// <param name="Words">What becomes of what they sent.</param>
[Audience(Audience.SignedIn)]
public sealed record DeleteAccount(string? Current, Leaving? Words) : IRequest<Outcome<Done>>;

sealed class DeleteAccountValidator : AbstractValidator<DeleteAccount>
{
    public DeleteAccountValidator() => RuleFor(d => d.Words).Must(words => words is { } chosen && Enum.IsDefined(chosen)).WithErrorCode("choice-unknown");
}

sealed class DeleteAccountHandler(AppDbContext db, OwnAccount own, IEnumerable<IKept> subjects, AccountPost post, Rights rights, TimeProvider clock)
    : IRequestHandler<DeleteAccount, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(DeleteAccount ask, CancellationToken ct)
    {
        var found = await own.FindBy(ask.Current, ct);
        if (found.Refused) return found.Why;
        var (person, now) = (found.Value, clock.GetUtcNow());
        if (await db.IsLastKeeper(person.Id, now, ct)) return Refusal.Conflict("last-administrator");

        var departure = new Departure(person.Id, ask.Words!.Value, await db.Releasable(person.Id).ToListAsync(ct), now);
        // Saved first: the guard of the contacts' table asks for it. Were it cut off here, the account stands and the contacts go.
        db.Add(departure);
        await db.SaveChangesAsync(ct);

        var gone = new Gone(departure.Words);
        foreach (var subject in subjects)
            if (await subject.Remove(person, gone, ct) is { } refused) return refused;
        departure.End(gone.Senders, gone.Withdrawn, clock.GetUtcNow());
        await post.QueueTold("account-deleted", person, ct, "/privacy");
        db.Remove(person);
        await db.SaveChangesAsync(ct);
        rights.Forget(person.Id);
        return Done.It;
    }
}

/// <summary>What goes with an account, counted by those who remove it.</summary>
sealed class Gone(Leaving words)
{
    public Leaving Words => words;
    public int Senders { get; set; }
    public int Withdrawn { get; set; }
}
