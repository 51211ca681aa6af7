using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Participation.Data.Engines;

namespace Participation.Data.Writing;

/// <summary>Makes the row writer of the engine in use; knows the model's insert shapes.</summary>
public sealed class RowWriterFactory(IDbContextFactory<AppDbContext> contexts)
{
    readonly ConcurrentDictionary<Type, InsertShape> shapes = new();

    internal RowWriter For(WriterTurn turn) => turn switch
    {
        SqliteTurn sqlite => new SqliteRowWriter(sqlite, ShapeOf),
        PostgresTurn postgres => new PostgresRowWriter(postgres, ShapeOf),
        _ => throw new ArgumentOutOfRangeException(nameof(turn)),
    };

    InsertShape ShapeOf(Type type) => shapes.GetOrAdd(type, t =>
    {
        using var db = contexts.CreateDbContext();
        return new InsertShape(db.Model.FindEntityType(t) ?? throw new InvalidOperationException($"{t.Name} is not in the model."));
    });
}
