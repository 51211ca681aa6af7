using AutoMapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Participation.Application.Answering;
using Participation.Application.Boards;
using Participation.Application.Consultations;
using Participation.Application.Eligibility;
using Participation.Application.Following;
using Participation.Application.Ledger;
using Participation.Application.Grouping;
using Participation.Application.Health;
using Participation.Application.Live;
using Participation.Application.Mail;
using Participation.Application.Moderation;
using Participation.Application.Papers;
using Participation.Application.People;
using Participation.Application.Pipeline;
using Participation.Application.Privacy;
using Participation.Application.Retention;
using Participation.Application.Sealing;
using Participation.Application.Series;
using Participation.Application.Sites;
using Participation.Application.Search;
using Participation.Data;
using Participation.Data.Writing;

namespace Participation.Application;

public static class ApplicationServices
{
    /// <summary>Requests and their handlers, on whatever database <see cref="DataServices.AddData"/> was told of.</summary>
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        var here = typeof(ApplicationServices).Assembly;
        services.AddMediator(here);
        services.AddSingleton<IConfigurationProvider>(new MapperConfiguration(maps => maps.AddProfiles(here)));
        services.AddSingleton<JobBoard>();
        services.AddScoped<CallerScope>();
        services.AddScoped(provider => provider.GetRequiredService<CallerScope>().Current);
        services.AddScoped(BoundContext);
        services.AddAccounts();
        services.AddPrivacy();
        services.TryAddSingleton(new EligibilityOptions());
        services.TryAddSingleton(new RetentionOptions());
        services.AddSingleton<PersonKeys>();
        services.AddSingleton<AccountSeal>();
        services.AddSingleton<AccountSealing>();
        services.AddScoped<Verifications>();
        services.AddScoped<AuthorLetters>();
        services.AddSingleton<SeatPaces>();
        services.AddScoped<BoardDesk>();
        services.AddScoped<BoardReader>();
        services.AddScoped<LedgerPlaces>();
        services.AddScoped<DeskRows>();
        services.AddSingleton<SheetReading>();
        services.AddSingleton<SheetStore>();
        services.AddSingleton<ConsultationCatalog>();
        services.AddSingleton<FreshReads>();
        services.AddSingleton<ReceiptSecrets>();
        services.AddSingleton<SenderSeal>();
        services.AddSingleton<LetterSeal>();
        services.AddSingleton<LettersInClear>();
        services.AddSingleton<SenderSealing>();
        services.AddResealing();
        services.AddScoped<ReceiptViews>();
        services.AddSingleton<ILiveEviction, CatalogEviction>();
        services.AddSingleton<Rights>();
        services.AddSingleton<ILiveEviction>(provider => provider.GetRequiredService<Rights>());
        services.AddSingleton<SiteFaces>();
        services.AddSingleton<ILiveEviction>(provider => provider.GetRequiredService<SiteFaces>());
        // After those that drop what a page is made of: a page kept under a new turn is made of what is new.
        services.AddSingleton<SiteTurns>();
        services.AddSingleton<ILiveEviction>(provider => provider.GetRequiredService<SiteTurns>());
        services.AddSingleton<LiveTail>();
        services.AddHostedService(provider => provider.GetRequiredService<LiveTail>());
        services.AddSingleton<ISearchSource, ConsultationSource>();
        services.AddSingleton<ISearchSource, PlanSource>();
        services.AddSingleton<ISearchSource, OpinionSource>();
        services.AddSingleton<ISearchSource, SeriesSource>();
        services.AddSingleton<ISearchSource, HeldSource>();
        services.AddScoped<IDeskSource, DeskSubmissions>();
        services.AddScoped<IDeskSource, DeskShownOpinions>();
        services.AddScoped<IDeskSource, DeskHeldOpinions>();
        services.AddScoped<IDeskSource, DeskGroups>();
        services.AddScoped<IDeskSource, DeskAnswers>();
        services.AddScoped<IDeskSource, DeskPacks>();
        services.AddScoped<IDeskSource, DeskPlans>();
        services.AddScoped<IDeskSource, DeskConsultations>();
        services.AddSeries();
        services.AddFollowing();
        services.AddSingleton<SearchIndexer>();
        services.AddJob<SearchIndexer>();
        services.AddScoped<AnswerDesk>();
        services.AddScoped<ResultMasks>();
        services.AddScoped<PublishingItems>();
        services.AddScoped<ReceiptAnswers>();
        services.AddScoped<PaperSource>();
        services.AddScoped<PdfWriting>();
        services.AddSingleton<PdfLine>();
        services.AddScoped<GroupDesk>();
        services.AddScoped<GroupMembers>();
        services.AddScoped<GroupLeaves>();
        services.AddScoped<ComparedOpinions>();
        services.AddScoped<SuggestedOpinions>();
        services.AddScoped<Headings>();
        services.AddSingleton<SuggestionRunner>();
        services.AddJob<SuggestionRunner>();
        services.AddSingleton<ArrivalGrouper>();
        services.AddJob<ArrivalGrouper>();
        return services;
    }

    /// <summary>Sends what requests queue.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services, MailOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<MailCarrier>();
        services.AddSingleton<MailSender>();
        services.AddJob<MailSender>();
        if (options.ReturnedFolder is not null)
        {
            services.AddSingleton<ReturnedMail>();
            services.AddJob<ReturnedMail>();
        }
        return services;
    }

    /// <summary>Keeps the scans of paper.</summary>
    public static IServiceCollection AddScans(this IServiceCollection services, Data.Ledger.ScanOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<Data.Ledger.ScanStore>();
        services.AddSingleton<SealedScans>();
        return services;
    }

    /// <summary>Removes what is kept no longer.</summary>
    public static IServiceCollection AddRetention(this IServiceCollection services, RetentionOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<SenderDisposal>();
        services.AddJob<SenderDisposal>();
        services.AddJob<SenderSealing>();
        services.AddJob<Resealing>();
        return services;
    }

    /// <summary>A context that saves in the name of this scope's caller, who may become known only after it is made.</summary>
    static AppDbContext BoundContext(IServiceProvider provider)
    {
        var db = provider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContext();
        var scope = provider.GetRequiredService<CallerScope>();
        db.Bind(provider.GetRequiredService<WriteLane>(), () => scope.Current.ActorId);
        return db;
    }
}
