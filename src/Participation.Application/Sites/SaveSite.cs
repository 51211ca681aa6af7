using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.Sites;

namespace Participation.Application.Sites;

/// <summary>Gives the site another face.</summary>
/// <param name="Version">The version that was being looked at; null to save over whatever stands.</param>
[Audience(Audience.Administrator)]
public sealed record SaveSite(SiteSettings Settings, int? Version = null) : IRequest<Outcome<SiteView>>;

/// <summary>Says whether a face could be saved, and keeps nothing.</summary>
[Audience(Audience.Administrator)]
public sealed record CheckSite(SiteSettings Settings) : IRequest<Outcome<Done>>;

/// <summary>Puts the city's mark in place of ours; null takes it away.</summary>
[Audience(Audience.Administrator)]
public sealed record SaveSiteMark(byte[]? Image) : IRequest<Outcome<Done>>;

sealed class SiteSettingsValidator : AbstractValidator<SiteSettings>
{
    public SiteSettingsValidator()
    {
        RuleFor(s => s.Name).MaximumLength(60).WithErrorCode("field-too-long").WithState(_ => new object[] { 60 });
        RuleFor(s => s.NameEnglish).MaximumLength(60).WithErrorCode("field-too-long").WithState(_ => new object[] { 60 });
        RuleFor(s => s.Office).MaximumLength(200).WithErrorCode("field-too-long").WithState(_ => new object[] { 200 });
        RuleFor(s => s.Phone).MaximumLength(50).WithErrorCode("field-too-long").WithState(_ => new object[] { 50 });
        RuleFor(s => s.Email).MaximumLength(200).WithErrorCode("field-too-long").WithState(_ => new object[] { 200 });
        RuleFor(s => s.Address).MaximumLength(200).WithErrorCode("field-too-long").WithState(_ => new object[] { 200 });
        RuleFor(s => s.Announcement!.Text).MaximumLength(300).When(s => s.Announcement is not null).WithErrorCode("field-too-long").WithState(_ => new object[] { 300 });
        RuleForEach(s => s.Pages).ChildRules(page =>
            page.RuleFor(p => p.Title).MaximumLength(100).WithErrorCode("field-too-long").WithState(_ => new object[] { 100 }));
    }
}

sealed class SaveSiteValidator : AbstractValidator<SaveSite>
{
    public SaveSiteValidator() => RuleFor(s => s.Settings).SetValidator(new SiteSettingsValidator()).OverridePropertyName("");
}

sealed class CheckSiteHandler : IRequestHandler<CheckSite, Outcome<Done>>
{
    public Task<Outcome<Done>> Handle(CheckSite ask, CancellationToken ct) =>
        Task.FromResult<Outcome<Done>>(SiteFace.Check(ask.Settings).ToList() is { Count: > 0 } faults ? Refusal.Invalid(faults) : Done.It);
}

sealed class SaveSiteHandler(AppDbContext db, SiteFaces faces) : IRequestHandler<SaveSite, Outcome<SiteView>>
{
    public async Task<Outcome<SiteView>> Handle(SaveSite ask, CancellationToken ct)
    {
        var face = await db.TheFace(ct);
        if (ask.Version is { } seen && seen != face.Version) return Refusal.ChangedMeanwhile;
        var described = face.Describe(ask.Settings);
        if (described.Refused) return described.Why;
        await db.SaveChangesAsync(ct);
        faces.Forget();
        return await faces.View(ct);
    }
}

sealed class SaveSiteMarkHandler(AppDbContext db, SiteFaces faces) : IRequestHandler<SaveSiteMark, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(SaveSiteMark ask, CancellationToken ct)
    {
        var image = ask.Image is null ? (Outcome<MarkImage>?)null : MarkImage.Read(ask.Image);
        if (image is { Refused: true } refused) return refused.Why!;
        var face = await db.TheFace(ct);
        face.Wear(image?.Value);
        await db.SaveChangesAsync(ct);
        faces.Forget();
        return Done.It;
    }
}

static class TheSite
{
    public static async Task<SiteFace> TheFace(this AppDbContext db, CancellationToken ct)
    {
        if (await db.SiteFaces.SingleOrDefaultAsync(ct) is { } stands) return stands;
        var first = new SiteFace();
        db.SiteFaces.Add(first);
        return first;
    }
}
