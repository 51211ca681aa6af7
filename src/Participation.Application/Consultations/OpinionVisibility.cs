using System.Linq.Expressions;
using Participation.Domain.Consultations;
using Participation.Domain.People;

namespace Participation.Application.Consultations;

/// <summary>Who may see which opinion and submission. Every read passes through here.</summary>
static class OpinionVisibility
{
    /// <summary>Staff see all; everybody else what counts now: not late, not taken back.</summary>
    public static IQueryable<Opinion> VisibleTo(this IQueryable<Opinion> opinions, Caller caller) =>
        caller.IsStaff ? opinions : opinions.Counted();

    /// <summary>What is shown in public, whoever looks.</summary>
    public static IQueryable<Opinion> Counted(this IQueryable<Opinion> opinions) =>
        opinions.Where(o => o.Status == SubmissionStatus.Accepted);

    /// <summary>Those whose words are shown in public.</summary>
    public static IQueryable<Opinion> Shown(this IQueryable<Opinion> opinions) => opinions.Counted().Where(o => o.Withheld == null);

    /// <summary>Those that are kept and not shown in public: late, out of scope, or withheld. For staff.</summary>
    public static IQueryable<Opinion> Held(this IQueryable<Opinion> opinions) => opinions.Where(o =>
        o.Status == SubmissionStatus.Late || o.Status == SubmissionStatus.OutOfScope || (o.Status == SubmissionStatus.Accepted && o.Withheld != null));

    /// <summary>The words as the public may read them: without what is masked.</summary>
    public static readonly Expression<Func<Opinion, string>> PublicText = o => o.Withheld == null ? o.MaskedText ?? o.Text : "";

    /// <summary>The quote came with the sender's own words and may tell what is masked in them: then only the place is named. Staff can hide it alone, too.</summary>
    public static readonly Expression<Func<Opinion, string?>> PublicQuote = o => o.Withheld == null && o.MaskedText == null && !o.QuoteHidden ? o.Quote : null;

    /// <summary>The one submission whose receipt the caller holds.</summary>
    public static IQueryable<Submission> OwnedBy(this IQueryable<Submission> submissions, ReceiptNumber number, byte[] secretHash) =>
        submissions.Where(s => s.Number == number && s.SecretHash == secretHash);

    /// <summary>The ledger of a consultation is for staff of the space it belongs to.</summary>
    public static IQueryable<Submission> VisibleTo(this IQueryable<Submission> submissions, Caller caller, Consultation consultation) =>
        caller.IsStaffOf(consultation.Space) ? submissions.Where(s => s.ConsultationId == consultation.Id) : submissions.Where(_ => false);
}
