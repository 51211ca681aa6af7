namespace Participation.Domain.People;

/// <summary>How far a program's token reaches, each as far as the one before and further.</summary>
public enum TokenScope
{
    /// <summary>What everybody may read.</summary>
    Read,

    /// <summary>To say something too, and what is the person's own.</summary>
    Submit,

    /// <summary>The person's work: all that their roles allow.</summary>
    Work,
}
