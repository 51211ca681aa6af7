using Participation.Application.Plans;
using Participation.Domain.Search;

namespace Participation.Web.Pages.Plans;

/// <summary>What every passage of a plan's page needs to know of the reading.</summary>
/// <param name="CanSay">Whether opinions can be written now.</param>
/// <param name="Terms">What is looked for in the text; null when nothing is.</param>
public sealed record PlanReadingView(string Slug, bool CanSay, PassageCounts Counts, SearchTerms? Terms);
