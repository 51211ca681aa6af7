using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.Domain.Series;
using Participation.Domain.Wording;

namespace Participation.Application.Series;

/// <summary>申込みを確かめる, by number and secret.</summary>
[Audience(Audience.Submitter)]
public sealed record LookUpSignUp(string Number, string? Secret) : IRequest<Outcome<SignUpView>>;

/// <summary>申込みを取り消す, by number and secret; whoever waited longest has the place.</summary>
[Audience(Audience.Submitter)]
public sealed record WithdrawSignUp(string Number, string? Secret) : IRequest<Outcome<Done>>;

/// <summary>For whoever signed up, alone.</summary>
/// <param name="Ahead">How many sign-ups wait before this one.</param>
public sealed record SignUpView(
    string Number, string Slug, string SeriesTitle, MeetingView Meeting, SignUpStatus Status, int People, int Ahead, DateTimeOffset ReceivedAt, DateTimeOffset? WithdrawnAt,
    bool CanWithdraw, Participant? Who, IReadOnlyList<Translation> Translations);

static class SignUpOwnership
{
    public static IQueryable<SignUp> OwnedBy(this IQueryable<SignUp> all, ReceiptNumber number, byte[] secretHash) =>
        all.Where(s => s.Number == number && s.SecretHash == secretHash);
}

sealed class LookUpSignUpHandler(AppDbContext db, SignUpDesk desk, SignUpSeal seal, TimeProvider clock, Caller caller)
    : IRequestHandler<LookUpSignUp, Outcome<SignUpView>>, IRequestHandler<WithdrawSignUp, Outcome<Done>>
{
    public async Task<Outcome<SignUpView>> Handle(LookUpSignUp ask, CancellationToken ct)
    {
        if (!ReceiptNumber.TryParse(ask.Number, out var number)) return Refusal.NotFound;
        var signUp = await db.SignUps.AsNoTrackingWithIdentityResolution().Include(s => s.Meeting.Series.Meetings).OwnedBy(number, ReceiptSecrets.Hash(ask.Secret)).SingleOrDefaultAsync(ct);
        if (signUp is null) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        var series = await db.ViewOf(signUp.Meeting.Series, caller, now, ct);
        var meeting = series.Meetings.Single(m => m.Number == signUp.Meeting.Number);
        var ahead = signUp.Status is SignUpStatus.Waiting
            ? await db.SignUps.CountAsync(s => s.MeetingId == signUp.MeetingId && s.Status == SignUpStatus.Waiting && s.Turn < signUp.Turn, ct) : 0;
        return new SignUpView(
            signUp.Number.Value, series.Slug, series.Title, meeting, signUp.Status, signUp.People, ahead, signUp.ReceivedAt, signUp.WithdrawnAt,
            signUp.Stands && meeting.Standing is not MeetingStanding.Held, seal.Open(signUp)?.Who, series.Translations);
    }

    public async Task<Outcome<Done>> Handle(WithdrawSignUp ask, CancellationToken ct) =>
        ReceiptNumber.TryParse(ask.Number, out var number) ? await desk.Withdraw(db.SignUps.OwnedBy(number, ReceiptSecrets.Hash(ask.Secret)), byStaff: false, ct) : Refusal.NotFound;
}
