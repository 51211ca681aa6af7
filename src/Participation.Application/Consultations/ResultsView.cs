namespace Participation.Application.Consultations;

/// <summary>集まった意見の内訳. Days, sections and channels count opinions; age bands and districts count the people who sent them.</summary>
/// <param name="SmallestGroup">Fewer people than this are not shown apart.</param>
public sealed record ResultsView(
    string Slug, string Title, int Submitters, int Opinions, int SmallestGroup, string? PopulationSource,
    IReadOnlyList<DayCount> ByDay, IReadOnlyList<SectionCount> BySection, IReadOnlyList<ChannelCount> ByChannel,
    PeopleCounts ByAgeBand, PeopleCounts ByDistrict, IReadOnlyList<Domain.Answering.ReflectionCount> ByReflection);

/// <summary>件数 of a day in Tokyo.</summary>
public sealed record DayCount(DateOnly Day, int Opinions);

/// <summary>件数 of a part of the plan and all that stands in it.</summary>
/// <param name="Anchor">Null for the plan as a whole, and for parts that the current version no longer has.</param>
public sealed record SectionCount(string? Anchor, string? Number, string? Title, bool Gone, int Opinions);

/// <param name="Channel">As the API spells it.</param>
public sealed record ChannelCount(Domain.Consultations.Channel Channel, int Opinions);

/// <summary>提出者数 by age band or district.</summary>
/// <param name="Asked">False where senders were not asked and nobody said.</param>
/// <param name="Base">What <c>share</c> is a share of: every submitter, 不明 included.</param>
/// <param name="Folded">The rows that are hidden, together; null when none is.</param>
/// <param name="PopulationBase">What <c>populationShare</c> is a share of; null when no population was given.</param>
public sealed record PeopleCounts(bool Asked, int Base, int? PopulationBase, IReadOnlyList<PeopleCount> Rows, PeopleCount? Folded);

/// <param name="Key"><c>unknown</c> for 不明, <c>folded</c> for the hidden ones together.</param>
/// <param name="Submitters">Null when it is not shown.</param>
public sealed record PeopleCount(string Key, int? Submitters, double? Share, int? Population, double? PopulationShare);
