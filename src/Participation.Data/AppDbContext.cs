using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Participation.Data.Audit;
using Participation.Data.Grouping;
using Participation.Data.Live;
using Participation.Data.People;
using Participation.Data.Search;
using Participation.Data.Writing;
using Participation.Domain.Answering;
using Participation.Domain.Boards;
using Participation.Domain.Consultations;
using Participation.Domain.Eligibility;
using Participation.Domain.Grouping;
using Participation.Domain.Moderation;
using Participation.Domain.People;
using Participation.Domain.Plans;
using Participation.Domain.Privacy;
using Participation.Domain.Retention;
using Participation.Domain.Series;
using Participation.Domain.Sites;
using Participation.Domain.Spaces;

namespace Participation.Data;

/// <summary>
/// The one model for both engines. Reads go over read-only connections; <see cref="SaveChangesAsync(bool, CancellationToken)"/>
/// hands the changes to the <see cref="WriteLane"/>, which alone writes (docs/adr/0004-one-writer.md).
/// </summary>
public sealed class AppDbContext(DbContextOptions<AppDbContext> options) : IdentityDbContext<User>(options)
{
    public DbSet<Consultation> Consultations => Set<Consultation>();
    public DbSet<SiteFace> SiteFaces => Set<SiteFace>();
    public DbSet<Space> Spaces => Set<Space>();
    public DbSet<Plan> Plans => Set<Plan>();
    public DbSet<Submission> Submissions => Set<Submission>();
    public DbSet<Opinion> Opinions => Set<Opinion>();
    public DbSet<Domain.Ledger.DeskEntry> DeskEntries => Set<Domain.Ledger.DeskEntry>();
    public DbSet<Domain.Ledger.Scan> Scans => Set<Domain.Ledger.Scan>();
    public DbSet<Contact> Contacts => Set<Contact>();
    public DbSet<Consultations.Tally> Tallies => Set<Consultations.Tally>();
    public DbSet<Consultations.ReceiptKey> ReceiptKeys => Set<Consultations.ReceiptKey>();
    public DbSet<LiveEvent> LiveEvents => Set<LiveEvent>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<IdempotencyKey> IdempotencyKeys => Set<IdempotencyKey>();
    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();
    public DbSet<AccountDeed> AccountDeeds => Set<AccountDeed>();
    public DbSet<HeldReceipt> HeldReceipts => Set<HeldReceipt>();
    public DbSet<RoleGrant> RoleGrants => Set<RoleGrant>();
    public DbSet<Office> Offices => Set<Office>();
    public DbSet<OfficeHolder> OfficeHolders => Set<OfficeHolder>();
    public DbSet<Verification> Verifications => Set<Verification>();
    public DbSet<PostedCode> PostedCodes => Set<PostedCode>();
    public DbSet<Roll> Rolls => Set<Roll>();
    public DbSet<ModerationCase> ModerationCases => Set<ModerationCase>();
    public DbSet<OpinionReport> OpinionReports => Set<OpinionReport>();
    public DbSet<Domain.Mail.OutgoingMail> OutgoingMails => Set<Domain.Mail.OutgoingMail>();
    public DbSet<WorkshopSession> WorkshopSessions => Set<WorkshopSession>();
    public DbSet<WorkshopSeries> WorkshopSeries => Set<WorkshopSeries>();
    public DbSet<SeriesMeeting> SeriesMeetings => Set<SeriesMeeting>();
    public DbSet<SignUp> SignUps => Set<SignUp>();
    public DbSet<Seat> Seats => Set<Seat>();
    public DbSet<Note> Notes => Set<Note>();
    public DbSet<Cluster> Clusters => Set<Cluster>();
    public DbSet<DotSheet> DotSheets => Set<DotSheet>();
    public DbSet<SavedTemplate> SavedTemplates => Set<SavedTemplate>();
    public DbSet<ConsoleStep> ConsoleSteps => Set<ConsoleStep>();
    public DbSet<CarriedTopic> CarriedTopics => Set<CarriedTopic>();
    public DbSet<CarriedCluster> CarriedClusters => Set<CarriedCluster>();
    public DbSet<Disposal> Disposals => Set<Disposal>();
    public DbSet<Domain.Following.Follow> Follows => Set<Domain.Following.Follow>();
    public DbSet<Domain.Following.Happening> Happenings => Set<Domain.Following.Happening>();
    public DbSet<Domain.Following.Notice> Notices => Set<Domain.Following.Notice>();
    public DbSet<Following.FollowPosition> FollowPositions => Set<Following.FollowPosition>();
    public DbSet<Departure> Departures => Set<Departure>();
    public DbSet<ReleasedSender> ReleasedSenders => Set<ReleasedSender>();
    public DbSet<OpinionGroup> OpinionGroups => Set<OpinionGroup>();
    public DbSet<GroupMember> GroupMembers => Set<GroupMember>();
    public DbSet<GroupNote> GroupNotes => Set<GroupNote>();
    public DbSet<GroupingStep> GroupingSteps => Set<GroupingStep>();
    public DbSet<GroupSuggestion> GroupSuggestions => Set<GroupSuggestion>();
    public DbSet<SuggestionRun> SuggestionRuns => Set<SuggestionRun>();
    public DbSet<OutlineHeading> OutlineHeadings => Set<OutlineHeading>();
    public DbSet<GroupingPosition> GroupingPositions => Set<GroupingPosition>();
    public DbSet<Response> Responses => Set<Response>();
    public DbSet<ResponseStep> ResponseSteps => Set<ResponseStep>();
    public DbSet<Edition> Editions => Set<Edition>();
    public DbSet<EditionRow> EditionRows => Set<EditionRow>();
    public DbSet<ResultMask> ResultMasks => Set<ResultMask>();
    public DbSet<EditionRevision> EditionRevisions => Set<EditionRevision>();
    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();
    public DbSet<SearchPosition> SearchPositions => Set<SearchPosition>();

    internal WriteLane? Lane { get; private set; }

    internal Func<string> Actor { get; private set; } = () => "system";

    /// <summary>Lets this context save, in the name of whoever <paramref name="actor"/> says at that moment.</summary>
    public void Bind(WriteLane lane, Func<string> actor) => (Lane, Actor) = (lane, actor);

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        Save(new SaveJob(this), acceptAllChangesOnSuccess, cancellationToken);

    /// <summary>
    /// Saves, if what was found when the changes were made still holds now that no other writer can come between. Else it fails as a save that
    /// met another's does: for what no row of one's own can tell by its version.
    /// </summary>
    /// <param name="holds">Asks this context, and tracks nothing.</param>
    public Task SaveOnlyIf(Func<Task<bool>> holds, CancellationToken ct) => Save(new SaveJob(this, holds), acceptAllChangesOnSuccess: true, ct);

    async Task<int> Save(SaveJob save, bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        if (!ChangeTracker.HasChanges()) return 0;
        if (Lane is null) throw new InvalidOperationException("This context only reads: it was not bound to the write lane.");
        await Lane.Run(save, cancellationToken);
        if (acceptAllChangesOnSuccess) ChangeTracker.AcceptAllChanges();
        return save.Rows;
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Saving waits for a durable commit: use SaveChangesAsync.");

    /// <summary>The engine's own saving, for <see cref="SaveJob"/> alone.</summary>
    internal Task<int> SaveHere(CancellationToken ct) => base.SaveChangesAsync(acceptAllChangesOnSuccess: false, ct);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite can't order DateTimeOffset and PostgreSQL keeps microseconds; deadlines are decided to the tick on both.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
        configurationBuilder.Properties<ReceiptNumber>().HaveConversion<ReceiptNumberConverter>().HaveMaxLength(16);
        configurationBuilder.Properties<Channel>().HaveConversion<string>().HaveMaxLength(16);
        configurationBuilder.Properties<SubmissionStatus>().HaveConversion<string>().HaveMaxLength(16);
        configurationBuilder.Properties<PassageKind>().HaveConversion<string>().HaveMaxLength(16);
        configurationBuilder.Properties<TallyDimension>().HaveConversion<string>().HaveMaxLength(16);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AppDbContext).Assembly);
    }
}
