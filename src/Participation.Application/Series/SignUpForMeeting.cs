using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.People;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.Domain.Series;

namespace Participation.Application.Series;

/// <summary>
/// 申し込む: with an account or without. The receipt goes to the mailbox and stands on no page, so that nobody learns from the answer
/// whether somebody else has signed up.
/// </summary>
[Audience(Audience.Public)]
public sealed record SignUpForMeeting(string Slug, int Number, Participant Participant) : IRequest<Outcome<Done>>, IIntakeRequest
{
    public string? Key { get; init; }
}

/// <summary>窓口・電話での申込み: staff sign somebody up, whose name is kept with theirs.</summary>
/// <returns>The receipt's number, to be read out.</returns>
[Audience(Audience.SpaceStaff)]
public sealed record SignUpAtCounter(string Slug, int Number, Participant Participant) : IRequest<Outcome<string>>, IIntakeRequest
{
    public string? Key { get; init; }
}

sealed class SignUpForMeetingValidator : AbstractValidator<SignUpForMeeting>
{
    public SignUpForMeetingValidator() => RuleFor(s => s.Key).MaximumLength(200).WithErrorCode("key-too-long");
}

sealed class SignUpAtCounterValidator : AbstractValidator<SignUpAtCounter>
{
    public SignUpAtCounterValidator() => RuleFor(s => s.Key).MaximumLength(200).WithErrorCode("key-too-long");
}

sealed class SignUpForMeetingHandler(AppDbContext db, SignUpDesk desk, SignUpLetters letters, Caller caller)
    : IRequestHandler<SignUpForMeeting, Outcome<Done>>, IRequestHandler<SignUpAtCounter, Outcome<string>>
{
    public async Task<Outcome<Done>> Handle(SignUpForMeeting ask, CancellationToken ct)
    {
        // Its only receipt is the letter.
        if (!letters.KnowsTheSite) return AccountRefusals.NoAddress;
        var who = (ask.Participant with { Phone = null }).Read();
        if (who.Refused) return who.Why;
        var taken = await desk.SignUp(ask.Slug, ask.Number, who.Value, CultureInfo.CurrentUICulture.Name, caller.ClaimFor(ask), takenBy: null, ct);
        return taken.Refused ? taken.Why : Done.It;
    }

    public async Task<Outcome<string>> Handle(SignUpAtCounter ask, CancellationToken ct)
    {
        var space = await db.WorkshopSeries.Where(s => s.Slug == ask.Slug).Select(s => s.Space).SingleOrDefaultAsync(ct);
        if (space is null) return Refusal.NotFound;
        if (!caller.IsStaffOf(space)) return Refusal.NotAllowed;
        var who = ask.Participant.Read(byStaff: true);
        return who.Refused ? who.Why : await desk.SignUp(ask.Slug, ask.Number, who.Value, "ja", caller.ClaimFor(ask), caller.ActorId, ct);
    }
}
