using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Participation.Data.Writing;

/// <summary>Inserts new rows by the hundred without change tracking, with columns and conversions as the EF model has them.</summary>
abstract class RowWriter
{
    readonly Dictionary<Type, List<object>> buffer = [];
    // Tables are written in the order they were first met: what is referred to is added before what refers to it.
    readonly List<Type> order = [];

    public void Add<T>(T row) where T : class
    {
        if (!buffer.TryGetValue(typeof(T), out var list))
        {
            buffer[typeof(T)] = list = [];
            order.Add(typeof(T));
        }
        list.Add(row);
    }

    public void Flush()
    {
        foreach (var type in order) Insert(type, buffer[type]);
        buffer.Clear();
        order.Clear();
    }

    protected abstract void Insert(Type type, List<object> rows);
}

/// <summary>How a type's rows are inserted: SQL, and each column's value as the provider takes it.</summary>
sealed class InsertShape
{
    readonly IReadOnlyList<Column> columns;

    public InsertShape(IEntityType entity)
    {
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
        columns = [.. entity.GetProperties().Select(p => new Column(p, p.GetColumnName(table)!))];
        Sql = $"INSERT INTO \"{table.Name}\" ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))}) "
            + $"VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
    }

    public string Sql { get; }

    public void AddParameters(DbCommand command, object row)
    {
        for (var i = 0; i < columns.Count; i++)
            command.Parameters.Add(columns[i].Mapping.CreateParameter(command, $"p{i}", columns[i].Get(row), nullable: true));
    }

    public int Columns => columns.Count;

    /// <summary>A column's value after the model's conversion, as the provider takes it.</summary>
    public object? Value(int column, object row) => columns[column].ToProvider(row);

    sealed class Column(IProperty property, string name)
    {
        readonly IClrPropertyGetter getter = property.GetGetter();
        readonly Func<object?, object?>? convert = property.GetTypeMapping().Converter?.ConvertToProvider;

        public string Name => name;

        public RelationalTypeMapping Mapping { get; } =
            (RelationalTypeMapping)property.GetTypeMapping();

        public object? Get(object row) => getter.GetClrValue(row);

        public object? ToProvider(object row)
        {
            var value = getter.GetClrValue(row);
            return convert is null ? value : convert(value);
        }
    }
}
