using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.Domain.Spaces;

namespace Participation.Application.Spaces;

/// <summary>Opens a space, or says anew what one is about. Its calendar is <see cref="ImportTimeline"/>'s.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record SaveSpace : IRequest<Outcome<SpaceView>>, IKeyedRequest
{
    public string Slug { get; init; } = "";
    public string Title { get; init; } = "";
    public string? Summary { get; init; }
    public string? DecidedBy { get; init; }
    public string? Office { get; init; }
    public IReadOnlyList<Phase>? Phases { get; init; }

    /// <summary>The version that was being looked at; null to save over whatever stands.</summary>
    public int? Version { get; init; }

    public string? Key { get; init; }
}

sealed class SaveSpaceValidator : AbstractValidator<SaveSpace>
{
    public SaveSpaceValidator()
    {
        RuleFor(s => s.Title).MaximumLength(200).WithErrorCode("field-too-long").WithState(_ => new object[] { 200 });
        RuleFor(s => s.Summary).MaximumLength(10_000).WithErrorCode("field-too-long").WithState(_ => new object[] { 10_000 });
        RuleFor(s => s.DecidedBy).MaximumLength(1000).WithErrorCode("field-too-long").WithState(_ => new object[] { 1000 });
        RuleFor(s => s.Office).MaximumLength(200).WithErrorCode("field-too-long").WithState(_ => new object[] { 200 });
        RuleForEach(s => s.Phases).NotNull().WithErrorCode("required").ChildRules(phase =>
            phase.RuleFor(p => p.Name).MaximumLength(100).WithErrorCode("field-too-long").WithState(_ => new object[] { 100 }));
    }
}

sealed class SaveSpaceHandler(AppDbContext db, TimeProvider clock, Caller caller) : IRequestHandler<SaveSpace, Outcome<SpaceView>>
{
    public async Task<Outcome<SpaceView>> Handle(SaveSpace ask, CancellationToken ct)
    {
        // Staff of one space have it by its address, so a new one is the whole site's to open.
        if (!caller.IsStaffOf(ask.Slug)) return Refusal.NotAllowed;
        var settings = new SpaceSettings(ask.Title, ask.Summary ?? "", ask.DecidedBy ?? "", ask.Office ?? "", ask.Phases ?? []);
        var space = await db.Spaces.SingleOrDefaultAsync(s => s.Slug == ask.Slug, ct);
        if (space is null)
        {
            var opened = Space.Open(ask.Slug, settings, clock.GetUtcNow());
            if (opened.Refused) return opened.Why;
            db.Spaces.Add(space = opened.Value);
        }
        else
        {
            if (ask.Version is { } seen && seen != space.Version) return Refusal.ChangedMeanwhile;
            var described = space.Describe(settings, clock.GetUtcNow());
            if (described.Refused) return described.Why;
        }
        await db.SaveChangesAsync(ct);
        return SpaceView.Of(space);
    }
}
