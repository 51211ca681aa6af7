using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Localization;
using Participation.Application;
using Participation.Application.Following;
using Participation.Application.Live;
using Participation.Data;
using Participation.Web.Api;
using Participation.Web.Caching;
using Participation.Web.Live;
using Participation.Web.Pages.Consultations;
using Participation.Web.People;
using Participation.Web.Words;

namespace Participation.Web.Hosting;

/// <summary>Puts the program together.</summary>
static class AppSetup
{
    public const string DefaultUrl = "http://localhost:5080";

    public static void AddParticipation(this WebApplicationBuilder builder, Settings settings)
    {
        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton(settings.ClockStartAt is { } at ? new RehearsalClock(at) : TimeProvider.System);
        services.AddData(settings.Database);
        services.AddSingleton(NoticeSettings.From(builder.Configuration));
        services.AddApplication();
        services.AddMail(MailSettings.From(builder.Configuration, builder.Environment));
        services.AddSingleton(WorkshopSettings.From(builder.Configuration));
        services.AddRetention(RetentionSettings.From(builder.Configuration));
        services.AddScans(ScanSettings.From(builder.Configuration));
        var accounts = AccountSettings.From(builder.Configuration, builder.Environment);
        services.AddSingleton(accounts);
        services.AddSingleton(accounts.AddressFor);
        services.AddSingleton(EligibilitySettings.From(builder.Configuration));
        services.AddPeople(builder.Configuration);
        services.AddLive();
        services.AddSingleton<Presence>();
        services.AddApi();
        services.AddSingleton<IStringLocalizer<PageWords>, WordList<PageWords>>();
        services.AddSingleton<IStringLocalizer<RefusalWords>, WordList<RefusalWords>>();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture("ja");
            CultureInfo[] cultures = [.. Languages.Choices.Select(language => new CultureInfo(language.Code))];
            (options.SupportedCultures, options.SupportedUICultures) = (cultures, cultures);
        });
        // Without it Japanese is written as numeric entities: twice the bytes.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddRazorComponents();
        services.AddSingleton<OpinionCards>();
        services.AddOutputCache(cache => cache.SizeLimit = 64 * 1024 * 1024);
        services.AddOptions<OutputCacheOptions>().Configure<LiveTail, SiteTurns>(
            (cache, tail, turns) => cache.AddPolicy(LivePagePolicy.Name, new LivePagePolicy(tail, turns)));
        services.AddResponseCompression(compression => compression.EnableForHttps = true);
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // A docx plan is the largest thing anybody sends.
            kestrel.Limits.MaxRequestBodySize = 16 * 1024 * 1024;
        });
    }
}
