using Participation.Domain.Outcomes;

namespace Participation.Domain.Boards;

/// <summary>What a facilitator says when opening a session.</summary>
/// <param name="Hidden">Notes are collected in the dark first.</param>
/// <param name="Tables">Empty where there are none to choose from.</param>
/// <param name="SeatsPerTable">Zero for as many as come.</param>
public sealed record SessionSettings(
    string Title, string? Space, bool Anonymous, bool Hidden, IReadOnlyList<BoardSettings> Boards, IReadOnlyList<string> Tables,
    int SeatsPerTable = 0, int DotsPerSeat = 3)
{
    internal List<Fault> Faults()
    {
        var faults = new List<Fault>();
        void Check(string? text, int atMost, string field)
        {
            if (NoteText.Of(text, atMost, field).Why is { } why) faults.AddRange(why.Faults);
        }
        Check(Title, WorkshopSession.TitleAtMost, "title");
        if (Boards.Count is 0) faults.Add(new("boards", "required"));
        if (Boards.Count > WorkshopSession.BoardsAtMost) faults.Add(new("boards", "list-too-long", WorkshopSession.BoardsAtMost));
        foreach (var (i, board) in Boards.Index())
        {
            Check(board.Question, Board.QuestionAtMost, $"boards[{i}].question");
            if (board.Columns.Count is 0) faults.Add(new($"boards[{i}].columns", "required"));
            if (board.Columns.Count > Board.ColumnsAtMost) faults.Add(new($"boards[{i}].columns", "list-too-long", Board.ColumnsAtMost));
            foreach (var column in board.Columns) Check(column, NoteText.NameAtMost, $"boards[{i}].columns");
        }
        if (Tables.Count > WorkshopSession.TablesAtMost) faults.Add(new("tables", "list-too-long", WorkshopSession.TablesAtMost));
        foreach (var table in Tables) Check(table, NoteText.NameAtMost, "tables");
        if (Tables.Distinct().Count() != Tables.Count) faults.Add(new("tables", "named-twice"));
        if (SeatsPerTable is < 0 or > 1000) faults.Add(new("seatsPerTable", "choice-unknown"));
        if (DotsPerSeat is < 1 or > WorkshopSession.DotsAtMost) faults.Add(new("dotsPerSeat", "choice-unknown"));
        return faults;
    }
}
