namespace Participation.Domain.Boards;

/// <summary>One question with its columns; a session has one or several, side by side.</summary>
public sealed class Board
{
    public const int QuestionAtMost = 200;
    public const int ColumnsAtMost = 6;

    Board() { }

    internal Board(int place, BoardSettings settings)
    {
        (Id, Place, Question, Template, Columns) = (Guid.NewGuid(), place, settings.Question.Trim(), settings.Template, [.. settings.Columns.Select(c => c.Trim())]);
    }

    public Guid Id { get; private set; }
    public int SessionId { get; private set; }
    public int Place { get; private set; }
    public string Question { get; private set; } = "";
    public BoardTemplate Template { get; private set; }
    public IReadOnlyList<string> Columns { get; private set; } = [];
}

/// <summary>What a facilitator says of a board.</summary>
public sealed record BoardSettings(string Question, BoardTemplate Template, IReadOnlyList<string> Columns);
