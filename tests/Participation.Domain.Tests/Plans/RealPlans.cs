namespace Participation.Domain.Tests.Plans;

/// <summary>Plans as cities published them: beside the repository, or where PARTICIPATION_DATA says. Input only.</summary>
static class RealPlans
{
    public const string Kamaishi = "kamaishi-plan-part1.txt";
    public const string KamaishiMaking = "kamaishi-plan-making.txt";
    public const string Ichinoseki = "ichinoseki-plan.txt";

    public static string? Folder { get; } = Find();

    public static string Read(string name) => File.ReadAllText(Path.Combine(Folder!, name));

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder!, name));

    static string? Find()
    {
        if (Environment.GetEnvironmentVariable("PARTICIPATION_DATA") is { Length: > 0 } said) return Directory.Exists(said) ? said : null;
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Participation.sln")))
                return Path.GetFullPath(Path.Combine(at.FullName, "..", "shared", "data")) is var beside && Directory.Exists(beside) ? beside : null;
        return null;
    }
}

/// <summary>A test on real plans; visibly skipped where they are not there.</summary>
sealed class RealPlanFactAttribute : FactAttribute
{
    public RealPlanFactAttribute()
    {
        if (RealPlans.Folder is null) Skip = "The cities' plans are not beside the repository (../shared/data or PARTICIPATION_DATA).";
    }
}

/// <summary>The same for a test with cases.</summary>
sealed class RealPlanTheoryAttribute : TheoryAttribute
{
    public RealPlanTheoryAttribute()
    {
        if (RealPlans.Folder is null) Skip = "The cities' plans are not beside the repository (../shared/data or PARTICIPATION_DATA).";
    }
}
