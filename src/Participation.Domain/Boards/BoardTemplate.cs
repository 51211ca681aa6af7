namespace Participation.Domain.Boards;

/// <summary>Ready-made columns. Their names are words of the page that offers them.</summary>
public enum BoardTemplate
{
    /// <summary>希望と心配.</summary>
    HopesWorries,
    /// <summary>現状・課題・施策.</summary>
    NowIssuesMeasures,
    /// <summary>Keep, Problem, Try.</summary>
    Kpt,
    /// <summary>優先度マトリクス: four fields, by effect and effort.</summary>
    Matrix,
    /// <summary>One column for questions to a meeting.</summary>
    Questions,
}

public static class BoardTemplates
{
    public static int ColumnsOf(this BoardTemplate template) => template switch
    {
        BoardTemplate.HopesWorries => 2,
        BoardTemplate.Matrix => 4,
        BoardTemplate.Questions => 1,
        _ => 3,
    };

    /// <summary>Its notes are questions: others say that they would ask them too, and those that most would ask stand first.</summary>
    public static bool AsksQuestions(this BoardTemplate template) => template is BoardTemplate.Questions;
}
