using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Consultations;

/// <summary>案件を予告する. <c>Opens</c> and <c>Closes</c> are instants, or local dates: the whole of both days.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record AnnounceConsultation : IRequest<Outcome<ConsultationView>>, IKeyedRequest
{
    public string Slug { get; init; } = "";
    /// <summary>Slug of the space it belongs to; null for none.</summary>
    public string? Space { get; init; }
    public string Title { get; init; } = "";
    public string? Summary { get; init; }
    public string? Eligibility { get; init; }
    public string? Office { get; init; }
    public string? Opens { get; init; }
    public string? Closes { get; init; }
    public string? TimeZone { get; init; }
    public int? MinimumDays { get; init; }
    public string? ShorteningReason { get; init; }
    public IReadOnlyList<SenderField>? RequiredFields { get; init; }
    public IReadOnlyList<SenderField>? OptionalFields { get; init; }

    /// <summary>Null takes every channel by 必着.</summary>
    public IReadOnlyList<ChannelSetting>? Channels { get; init; }

    public IReadOnlyList<string>? ReflectionCodes { get; init; }
    public IReadOnlyList<string>? AgeBands { get; init; }
    public IReadOnlyList<string>? Districts { get; init; }
    public string? Key { get; init; }
}

/// <summary>A channel as staff write it; <c>Until</c> is an instant, or a local date and all of that day.</summary>
public sealed record ChannelSetting(Channel Channel, DeadlineRule Rule = DeadlineRule.Arrival, string? Until = null);

sealed class AnnounceConsultationValidator : AbstractValidator<AnnounceConsultation>
{
    public AnnounceConsultationValidator()
    {
        RuleFor(c => c.Title).MaximumLength(200).WithErrorCode("field-too-long").WithState(_ => new object[] { 200 });
        RuleFor(c => c.Summary).MaximumLength(10_000).WithErrorCode("field-too-long").WithState(_ => new object[] { 10_000 });
        RuleFor(c => c.Eligibility).MaximumLength(1000).WithErrorCode("field-too-long").WithState(_ => new object[] { 1000 });
        RuleFor(c => c.Office).MaximumLength(200).WithErrorCode("field-too-long").WithState(_ => new object[] { 200 });
        RuleFor(c => c.ShorteningReason).MaximumLength(2000).WithErrorCode("field-too-long").WithState(_ => new object[] { 2000 });
        RuleFor(c => c.AgeBands!.Count).LessThanOrEqualTo(50).When(c => c.AgeBands is not null).WithErrorCode("list-too-long");
        RuleFor(c => c.Districts!.Count).LessThanOrEqualTo(200).When(c => c.Districts is not null).WithErrorCode("list-too-long");
        RuleFor(c => c.ReflectionCodes!.Count).LessThanOrEqualTo(50).When(c => c.ReflectionCodes is not null).WithErrorCode("list-too-long");
    }
}

sealed class AnnounceConsultationHandler(AppDbContext db, ConsultationCatalog catalog, TimeProvider clock, Caller caller)
    : IRequestHandler<AnnounceConsultation, Outcome<ConsultationView>>
{
    public async Task<Outcome<ConsultationView>> Handle(AnnounceConsultation ask, CancellationToken ct)
    {
        if (!caller.IsStaffOf(ask.Space)) return Refusal.NotAllowed;
        var settings = ask.Read();
        if (settings.Refused) return settings.Why;
        var announced = Consultation.Announce(settings.Value, clock.GetUtcNow());
        if (announced.Refused) return announced.Why;
        if (await db.Consultations.AnyAsync(c => c.Slug == ask.Slug, ct)) return Refusal.Conflict("slug-taken") with { Faults = [new("slug", "slug-taken")] };
        if (ask.Space is { } space && !await db.Spaces.AnyAsync(s => s.Slug == space, ct)) return Refusal.Invalid("space", "space-unknown");

        db.Consultations.Add(announced.Value);
        await db.SaveChangesAsync(ct);
        catalog.Forget(ask.Slug);
        return ConsultationView.Of(announced.Value, clock.GetUtcNow(), Counts.None);
    }
}
